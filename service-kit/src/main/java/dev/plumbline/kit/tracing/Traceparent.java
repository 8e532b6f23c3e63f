package dev.plumbline.kit.tracing;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text by which a trace goes along with events and calls: W3C Trace Context 1, {@code traceparent}, version 00. */
public final class Traceparent {
    private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int TRACE_ID = 3;
    private static final int SPAN_ID = 36;
    private static final int FLAGS = 53;
    private static final int LENGTH = 55;

    private Traceparent() {}

    /** The text for a span; null where that is of no trace. */
    public static @Nullable String of(SpanContext span) {
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    /** The span that a text names; an invalid one where it names none. */
    public static SpanContext span(@Nullable String traceparent) {
        return traceparent == null || !FORM.matcher(traceparent).matches()
                ? SpanContext.getInvalid()
                : SpanContext.createFromRemoteParent(
                        traceparent.substring(TRACE_ID, SPAN_ID - 1),
                        traceparent.substring(SPAN_ID, FLAGS - 1),
                        TraceFlags.fromHex(traceparent, FLAGS),
                        TraceState.getDefault());
    }

    /** Whether somebody wants to see the trace that a text names. */
    public static boolean isSampled(@Nullable String traceparent) {
        // Most are not: one look at the flag tells.
        if (traceparent == null || traceparent.length() != LENGTH || isEven(traceparent.charAt(LENGTH - 1))) {
            return false;
        }
        SpanContext span = span(traceparent);
        return span.isValid() && span.isSampled();
    }

    private static boolean isEven(char digit) {
        return Character.digit(digit, 16) % 2 == 0;
    }
}
