package dev.plumbline.local.platform;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where a platform lies and listens.
 *
 * @param repository the root of the built project
 * @param data what outlives a restart: databases, topics, the issuer's key
 * @param logs one file per process
 * @param issuerPort port of the OIDC issuer
 * @param servicePorts port of each service
 * @param durable whether commits survive a power cut
 * @param serviceJava options of the services' JVMs
 * @param serviceEnvironment further settings of the services
 */
public record Layout(
        Path repository,
        Path data,
        Path logs,
        int issuerPort,
        Map<Service, Integer> servicePorts,
        boolean durable,
        List<String> serviceJava,
        Map<String, String> serviceEnvironment) {

    private static final int ISSUER_PORT = 8080;
    private static final List<String> SMALL_JAVA =
            List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

    /** Keeps its own copies; every service needs a port. */
    public Layout {
        servicePorts = Map.copyOf(servicePorts);
        serviceJava = List.copyOf(serviceJava);
        serviceEnvironment = Map.copyOf(serviceEnvironment);
        for (Service service : Service.values()) {
            if (!servicePorts.containsKey(service)) {
                throw new IllegalArgumentException("No port for " + service.title());
            }
        }
    }

    /** What {@code deploy/local/up} runs: the documented ports, kept and durable data. */
    public static Layout local(Path repository) {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            ports.put(service, service.localPort());
        }
        Path home = repository.resolve(".plumbline").resolve("local");
        return new Layout(
                repository, home.resolve("data"), home.resolve("logs"), ISSUER_PORT, ports, true, SMALL_JAVA, Map.of());
    }

    /** For tests: free ports, everything below one folder, no waiting for the disk. */
    public static Layout isolated(Path repository, Path home) {
        List<Integer> free = LoopbackPorts.free(Service.values().length + 1);
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            ports.put(service, free.get(service.ordinal()));
        }
        return new Layout(
                repository,
                home.resolve("data"),
                home.resolve("logs"),
                free.getLast(),
                ports,
                false,
                SMALL_JAVA,
                Map.of());
    }

    /** The same with other Java options for the services. */
    public Layout withServiceJava(List<String> options) {
        return new Layout(repository, data, logs, issuerPort, servicePorts, durable, options, serviceEnvironment);
    }

    /** The same with further settings for the services. */
    public Layout withServiceEnvironment(Map<String, String> environment) {
        return new Layout(repository, data, logs, issuerPort, servicePorts, durable, serviceJava, environment);
    }

    /** The same, but durable or not. */
    public Layout withDurable(boolean wanted) {
        return new Layout(repository, data, logs, issuerPort, servicePorts, wanted, serviceJava, serviceEnvironment);
    }

    int port(Service service) {
        return servicePorts.getOrDefault(service, service.localPort());
    }
}
