package dev.plumbline.kit.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** Answers with a page of a list. */
public final class Pages {
    private Pages() {}

    /** 200 with the page, and the link to the next one (RFC 8288) where there is one. */
    public static Response response(Page<?> page, UriInfo uri) {
        Response.ResponseBuilder response = Response.ok(page);
        String next = page.next();
        if (next != null) {
            URI request =
                    uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
            // Relative: behind a proxy the service does not know the host that the caller sees.
            String target = request.getRawPath() + "?" + request.getRawQuery();
            response.header(HttpHeaders.LINK, "<" + target + ">; rel=\"next\"");
        }
        return response.build();
    }
}
