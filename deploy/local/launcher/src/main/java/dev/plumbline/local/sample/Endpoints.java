package dev.plumbline.local.sample;

import dev.plumbline.local.platform.LocalPlatform;
import dev.plumbline.local.platform.Service;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/** Where the public API answers. */
public record Endpoints(URI issuer, Map<Service, URI> services) {
    /** Keeps its own copy. */
    public Endpoints {
        services = Map.copyOf(services);
    }

    /** Those of a platform on this machine. */
    public static Endpoints of(LocalPlatform platform) {
        Map<Service, URI> urls = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            urls.put(service, platform.url(service));
        }
        return new Endpoints(platform.issuerUrl(), urls);
    }

    URI of(Service service, String path) {
        URI base = services.get(service);
        if (base == null) {
            throw new IllegalArgumentException("No URL for " + service.title());
        }
        return URI.create(base + path);
    }
}
