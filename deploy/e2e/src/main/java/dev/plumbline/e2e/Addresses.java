package dev.plumbline.e2e;

import dev.plumbline.local.platform.LocalPlatform;
import dev.plumbline.local.platform.Service;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where the instances of each service answer: calls go to one after the other, as a balancer before them does. */
public final class Addresses {
    private final Map<Service, URI> first = new EnumMap<>(Service.class);
    private final Map<Service, List<URI>> instances = new EnumMap<>(Service.class);
    private final Map<URI, Long> calls = new HashMap<>();

    private Addresses() {}

    /** One instance of each service. */
    static Addresses of(LocalPlatform processes) {
        Addresses addresses = new Addresses();
        for (Service service : Service.values()) {
            URI url = processes.url(service);
            addresses.first.put(service, url);
            addresses.instances.put(service, new ArrayList<>(List.of(url)));
        }
        return addresses;
    }

    /** The address whose turn it is. */
    synchronized URI next(Service service) {
        List<URI> all = of(service);
        URI next = all.removeFirst();
        all.add(next);
        calls.merge(next, 1L, Long::sum);
        return next;
    }

    /** The instance that the platform was started with. */
    public URI first(Service service) {
        return Objects.requireNonNull(first.get(service));
    }

    /** Calls go there as well from now on. */
    public synchronized void add(Service service, URI url) {
        of(service).add(url);
    }

    /** No new call goes there from now on. */
    public synchronized void remove(Service service, URI url) {
        List<URI> all = of(service);
        if (all.size() == 1) {
            throw new IllegalStateException(url + " is the only one of " + service.title());
        }
        all.remove(url);
    }

    /** How many calls went there so far. */
    public synchronized long calls(URI url) {
        return calls.getOrDefault(url, 0L);
    }

    private List<URI> of(Service service) {
        return Objects.requireNonNull(instances.get(service));
    }
}
