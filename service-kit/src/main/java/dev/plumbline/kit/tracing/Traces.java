package dev.plumbline.kit.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.IdGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with traces that began elsewhere. What nobody wants to see (W3C's sampled flag) costs next to nothing: no span is
 * made, and the name of the trace is passed on as it came.
 */
@ApplicationScoped
public class Traces {
    private final Tracer tracer;

    Traces(Tracer tracer) {
        this.tracer = tracer;
    }

    /**
     * Begins a step.
     *
     * @param parent the traceparent of what leads to it, or null
     * @param attributes of the span, asked for where there is one; no personal data, no secret
     */
    public Step begin(String name, SpanKind kind, @Nullable String parent, Supplier<Attributes> attributes) {
        SpanContext before = Traceparent.span(parent);
        return before.isValid() && before.isSampled()
                ? Step.recorded(builder(name, kind, before, attributes.get()).startSpan())
                : Step.unrecorded(before.isValid() ? parent : null);
    }

    /** Notes a step that ends now, of a trace that somebody wants to see. */
    public void note(String name, SpanKind kind, String parent, Instant since, Attributes attributes) {
        builder(name, kind, Traceparent.span(parent), attributes)
                .setStartTimestamp(since)
                .startSpan()
                .end();
    }

    private SpanBuilder builder(String name, SpanKind kind, SpanContext parent, Attributes attributes) {
        return tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(Context.root().with(Span.wrap(parent)))
                .setAllAttributes(attributes);
    }

    /** Does the work as part of this step; as it is where no step is named. */
    public static void within(@Nullable String traceparent, Runnable work) {
        SpanContext step = Traceparent.span(traceparent);
        if (!step.isValid()) {
            work.run();
            return;
        }
        try (Scope _ = Span.wrap(step).makeCurrent()) {
            work.run();
        }
    }

    /** The traceparent of the current step; where there is none, of a trace that begins here. */
    public String currentOrNew(String name) {
        String current = Traceparent.of(Span.current().getSpanContext());
        return current == null ? begun(name) : current;
    }

    private String begun(String name) {
        Span span = tracer.spanBuilder(name).setNoParent().startSpan();
        span.end();
        String begun = Traceparent.of(span.getSpanContext());
        return begun == null ? unseen() : begun;
    }

    /** Where tracing is switched off altogether: a name that others may go on with. */
    private static String unseen() {
        IdGenerator ids = IdGenerator.random();
        String unseen = Traceparent.of(SpanContext.create(
                ids.generateTraceId(), ids.generateSpanId(), TraceFlags.getDefault(), TraceState.getDefault()));
        if (unseen == null) {
            throw new IllegalStateException("a random trace has a name");
        }
        return unseen;
    }
}
