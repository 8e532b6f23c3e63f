package dev.plumbline.kit.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The headers of every answer, also of those that no resource gives. Nothing is kept by anyone in between unless a resource
 * says so: most of it is about persons.
 */
@ApplicationScoped
public class AnswerHeaders {
    /** Before whatever may answer. */
    private static final int FIRST = 10_000;

    private static final String PAGES = "/q/swagger-ui";

    /** Data are not a page: a browser that is made to show them loads and runs nothing, in no frame. */
    private static final String FOR_DATA = "default-src 'none'; frame-ancestors 'none'";

    /** The pages that show the OpenAPI document bring their own scripts and styles, some of them inside the page. */
    private static final String FOR_PAGES =
            "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; frame-ancestors 'none'";

    AnswerHeaders() {}

    void register(@Observes Filters filters) {
        filters.register(AnswerHeaders::add, FIRST);
    }

    private static void add(RoutingContext call) {
        addTo(call);
        call.next();
    }

    /** Adds them to an answer of which nothing has been sent. */
    static void addTo(RoutingContext call) {
        MultiMap headers = call.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Content-Security-Policy", isPage(call) ? FOR_PAGES : FOR_DATA);
        // What a resource says is added to what is there already, so this comes last.
        call.addHeadersEndHandler(ended -> {
            if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
                headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
            }
        });
    }

    private static boolean isPage(RoutingContext call) {
        String path = call.request().path();
        return path != null && path.startsWith(PAGES);
    }
}
