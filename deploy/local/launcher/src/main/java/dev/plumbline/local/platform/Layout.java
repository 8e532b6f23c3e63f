package dev.plumbline.local.platform;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
 * @param ownEnvironment further settings of single services, which go before those of all
 * @param caches what the JVMs start from
 * @param apart where PostgreSQL and Kafka listen as a process each; null for one process on free ports
 */
public record Layout(
        Path repository,
        Path home,
        int issuerPort,
        Map<Service, Integer> servicePorts,
        boolean durable,
        List<String> serviceJava,
        Map<String, String> serviceEnvironment,
        Map<Service, Map<String, String>> ownEnvironment,
        StartUpCaches caches,
        @Nullable Apart apart) {

    /**
     * Ports of PostgreSQL and Kafka as a process each, so that each can be killed and started again alone.
     *
     * @param kafkaDetour where Kafka listens for those who come through something in between
     * @param kafkaAdvertised where these are told to come
     */
    public record Apart(int postgres, int kafka, int kafkaDetour, int kafkaAdvertised) {
        /**
         * Free ports.
         *
         * @param kafkaAdvertised where something listens that stands before Kafka
         */
        public static Apart free(int kafkaAdvertised) {
            List<Integer> free = LoopbackPorts.free(3);
            return new Apart(free.get(0), free.get(1), free.get(2), kafkaAdvertised);
        }
    }

    private static final List<String> SMALL_JAVA =
            List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

    /** Keeps its own copies; every service needs a port. */
    public Layout {
        servicePorts = Map.copyOf(servicePorts);
        serviceJava = List.copyOf(serviceJava);
        serviceEnvironment = Map.copyOf(serviceEnvironment);
        ownEnvironment = Map.copyOf(ownEnvironment);
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
        StartUpCaches caches = StartUpCaches.from(home.resolve("aot"));
        return new Layout(repository, home, issuerPort, ports, true, SMALL_JAVA, Map.of(), Map.of(), caches, null);
    }

    /** For tests: free ports, everything below one folder, no waiting for the disk. */
    public static Layout isolated(Path repository, Path home) {
        List<Integer> free = LoopbackPorts.free(Service.values().length + 1);
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            ports.put(service, free.get(service.ordinal()));
        }
        StartUpCaches none = StartUpCaches.none();
        return new Layout(repository, home, free.getLast(), ports, false, SMALL_JAVA, Map.of(), Map.of(), none, null);
    }

    /** The same with the programs of another built project. */
    public Layout withRepository(Path built) {
        return new Layout(
                built,
                home,
                issuerPort,
                servicePorts,
                durable,
                serviceJava,
                serviceEnvironment,
                ownEnvironment,
                caches,
                apart);
    }

    /** The same with other Java options for the services. */
    public Layout withServiceJava(List<String> options) {
        return with(durable, options, serviceEnvironment, ownEnvironment, caches, apart);
    }

    /** The same with further settings for the services. */
    public Layout withServiceEnvironment(Map<String, String> environment) {
        return with(durable, serviceJava, environment, ownEnvironment, caches, apart);
    }

    /** The same with further settings for one service. */
    public Layout withEnvironmentOf(Service service, Map<String, String> environment) {
        Map<Service, Map<String, String>> own = new HashMap<>(ownEnvironment);
        own.put(service, Map.copyOf(environment));
        return with(durable, serviceJava, serviceEnvironment, own, caches, apart);
    }

    /** The same, but durable or not. */
    public Layout withDurable(boolean wanted) {
        return with(wanted, serviceJava, serviceEnvironment, ownEnvironment, caches, apart);
    }

    /** The same with PostgreSQL and Kafka as a process each. */
    public Layout withServersApart(Apart ports) {
        return with(durable, serviceJava, serviceEnvironment, ownEnvironment, caches, ports);
    }

    /** The same with JVMs that start from other caches, or write some. */
    public Layout withCaches(StartUpCaches others) {
        return with(durable, serviceJava, serviceEnvironment, ownEnvironment, others, apart);
    }

    private Layout with(
            boolean wanted,
            List<String> java,
            Map<String, String> environment,
            Map<Service, Map<String, String>> own,
            StartUpCaches start,
            @Nullable Apart ports) {
        return new Layout(repository, home, issuerPort, servicePorts, wanted, java, environment, own, start, ports);
    }

    /** The folder of a server's process: one for both, unless each has its own. */
    Path folder(Server server) {
        return data().resolve(apart == null ? "servers" : server.title());
    }

    /** What outlives a restart: databases, topics, keys. */
    public Path data() {
        return home.resolve("data");
    }

    /** What children write and nobody needs after them. */
    Path temporary() {
        return data().resolve("tmp");
    }

    /** One file per process. */
    public Path logs() {
        return home.resolve("logs");
    }

    int port(Service service) {
        return Objects.requireNonNull(servicePorts.get(service));
    }
}
