package dev.plumbline.kit.tracing;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text by which a trace goes along with events and calls: W3C Trace Context 1, {@code traceparent}, version 00. */
public final class Traceparent {
    private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int TRACE_ID = 3;
    private static final int SPAN_ID = 36;
    private static final int FLAGS = 53;
    private static final int LENGTH = 55;
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_END_BYTES = 24;

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

    /**
     * The text in 25 bytes: the ids of the trace and of the span, and the flags.
     *
     * @throws IllegalArgumentException where it is no such text
     */
    public static byte[] toBytes(String traceparent) {
        if (!FORM.matcher(traceparent).matches()) {
            throw new IllegalArgumentException("not a traceparent");
        }
        return HexFormat.of().parseHex(traceparent.substring(TRACE_ID).replace("-", ""));
    }

    /** The text that {@link #toBytes} made these bytes of. */
    public static String ofBytes(byte[] bytes) {
        HexFormat hex = HexFormat.of();
        return "00-" + hex.formatHex(bytes, 0, TRACE_BYTES) + "-" + hex.formatHex(bytes, TRACE_BYTES, SPAN_END_BYTES)
                + "-" + hex.formatHex(bytes, SPAN_END_BYTES, bytes.length);
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
