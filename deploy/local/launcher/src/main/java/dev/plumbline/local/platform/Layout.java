package dev.plumbline.local.platform;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where a platform lies and listens.
 *
 * @param repository the root of the built project
 * @param home everything that the platform writes lies below it
 * @param issuerPort port of the OIDC issuer
 * @param servicePorts port of each service
 * @param durable whether commits survive a power cut; if not, the databases and topics go with the platform
 * @param serviceJava options of the services' JVMs
 * @param serviceEnvironment further settings of the services
 */
public record Layout(
        Path repository,
        Path home,
        int issuerPort,
        Map<Service, Integer> servicePorts,
        boolean durable,
        List<String> serviceJava,
        Map<String, String> serviceEnvironment) {

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

    /**
     * What {@code deploy/local/up} runs: kept and durable data.
     *
     * @param issuerPort port of the issuer; the services take the four after it. 8080 gives the documented ports
     */
    public static Layout local(Path repository, int issuerPort) {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            ports.put(service, issuerPort + 1 + service.ordinal());
        }
        Path home = repository.resolve(".plumbline").resolve("local");
        return new Layout(repository, home, issuerPort, ports, true, SMALL_JAVA, Map.of());
    }

    /** For tests: free ports, everything below one folder, no waiting for the disk. */
    public static Layout isolated(Path repository, Path home) {
        List<Integer> free = LoopbackPorts.free(Service.values().length + 1);
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            ports.put(service, free.get(service.ordinal()));
        }
        return new Layout(repository, home, free.getLast(), ports, false, SMALL_JAVA, Map.of());
    }

    /** The same with other Java options for the services. */
    public Layout withServiceJava(List<String> options) {
        return new Layout(repository, home, issuerPort, servicePorts, durable, options, serviceEnvironment);
    }

    /** The same with further settings for the services. */
    public Layout withServiceEnvironment(Map<String, String> environment) {
        return new Layout(repository, home, issuerPort, servicePorts, durable, serviceJava, environment);
    }

    /** The same, but durable or not. */
    public Layout withDurable(boolean wanted) {
        return new Layout(repository, home, issuerPort, servicePorts, wanted, serviceJava, serviceEnvironment);
    }

    /** What outlives a restart: databases, topics, keys. */
    public Path data() {
        return home.resolve("data");
    }

    /** One file per process. */
    public Path logs() {
        return home.resolve("logs");
    }

    int port(Service service) {
        return Objects.requireNonNull(servicePorts.get(service));
    }
}
