package dev.plumbline.kit.metrics;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import jakarta.inject.Singleton;

/**
 * Labels a call by its route. Where none was found the library would take the path as it came, for other answers than 404:
 * ids, and whatever else a stranger asks for.
 */
@Singleton
class RouteLabels implements HttpServerMetricsTagsContributor {
    /** The {@code uri} of calls that no route takes. */
    static final String UNMATCHED = "UNMATCHED";

    /** Where Quarkus REST keeps the template of the route that it has found. */
    private static final String ROUTE = "UrlPathTemplate";

    @Override
    public Tags contribute(Context context) {
        boolean isMatched = context.request() instanceof HttpServerRequestInternal request
                && request.context().getLocal(ROUTE) != null;
        return isMatched ? Tags.empty() : Tags.of("uri", UNMATCHED);
    }
}
