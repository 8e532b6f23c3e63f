package dev.plumbline.kit.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Takes out of the spans of calls what says who calls, or what a caller may have put there by mistake: a query, a path that
 * no route has, an address. The SDK can replace attributes and not remove them.
 */
@Singleton
class PrivateAttributes implements ExtendedSpanProcessor {
    private static final String REDACTED = "REDACTED";
    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final List<AttributeKey<String>> PRIVATE = List.of(
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("url.full"),
            AttributeKey.stringKey("client.address"),
            AttributeKey.stringKey("network.peer.address"),
            AttributeKey.stringKey("http.request.method_original"),
            AttributeKey.stringKey("user_agent.original"));

    @Override
    public void onEnding(ReadWriteSpan span) {
        if (span.getKind() != SpanKind.SERVER) {
            return;
        }
        for (AttributeKey<String> key : PRIVATE) {
            if (span.getAttribute(key) != null) {
                span.setAttribute(key, REDACTED);
            }
        }
        if (span.getAttribute(PATH) != null) {
            String route = span.getAttribute(ROUTE);
            span.setAttribute(PATH, route == null ? REDACTED : route);
        }
    }

    @Override
    public boolean isOnEndingRequired() {
        return true;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // Not everything is there yet.
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // Nothing can be changed any more.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
