package dev.plumbline.kit.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/** A step of a trace, from its making to its closing: a span where the trace is recorded, and nothing otherwise. */
public final class Step implements AutoCloseable {
    private final @Nullable Span span;
    private final @Nullable String traceparent;

    private Step(@Nullable Span span, @Nullable String traceparent) {
        this.span = span;
        this.traceparent = traceparent;
    }

    static Step recorded(Span span) {
        return new Step(span, Traceparent.of(span.getSpanContext()));
    }

    static Step unrecorded(@Nullable String parent) {
        return new Step(null, parent);
    }

    /** What goes along with whatever comes of this step; null where its trace has no name. */
    public @Nullable String traceparent() {
        return traceparent;
    }

    /**
     * Says that it failed.
     *
     * @param why no personal data, no secret
     */
    public void failed(String why) {
        if (span != null) {
            span.setStatus(StatusCode.ERROR, why);
        }
    }

    @Override
    public void close() {
        if (span != null) {
            span.end();
        }
    }
}
