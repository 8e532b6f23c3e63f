package dev.plumbline.kit.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts the path under which callers see the service, {@code plumbline.rest.public-path}, before the paths of
 * {@code Location} and {@code Link}: needed where a gateway serves several services on one host and takes their prefixes
 * off. A setting, and not a header of the gateway's, because a header would have to be trusted.
 */
@Provider
public class PublicPath implements ContainerResponseFilter {
    private final String prefix;

    PublicPath(@ConfigProperty(name = "plumbline.rest.public-path") Optional<String> path) {
        this.prefix = path.orElse("");
        if (!prefix.isEmpty() && !prefix.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new IllegalArgumentException(
                    "plumbline.rest.public-path has to be a path such as /job, without a slash at its end: " + prefix);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!prefix.isEmpty()) {
            before(response, HttpHeaders.LOCATION, "/");
            before(response, HttpHeaders.LINK, "</");
        }
    }

    private void before(ContainerResponseContext response, String header, String start) {
        String value = response.getHeaderString(header);
        if (value != null && value.startsWith(start)) {
            int path = start.length() - 1;
            response.getHeaders().putSingle(header, value.substring(0, path) + prefix + value.substring(path));
        }
    }
}
