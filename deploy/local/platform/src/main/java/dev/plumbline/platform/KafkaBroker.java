package dev.plumbline.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** A single Kafka broker that is its own controller, on localhost only, with every replication factor at 1. */
final class KafkaBroker {
    private static final String PROTOCOLS = "PLAINTEXT:PLAINTEXT,DETOUR:PLAINTEXT,CONTROLLER:PLAINTEXT";

    private final Path folder;
    private final int port;
    private final boolean durable;
    private final Options.@Nullable Detour detour;
    private final AtomicReference<@Nullable KafkaRaftServer> server = new AtomicReference<>();

    /** @param home the platform's folder; the broker's data lie in {@code kafka} */
    KafkaBroker(Path home, Options options) {
        this.folder = folder(home);
        this.port = Ports.claim("Kafka", options.kafkaPort());
        this.durable = options.fsync();
        this.detour = options.kafkaDetour();
    }

    static Path folder(Path home) {
        return home.resolve("kafka");
    }

    /** What clients are given as bootstrap servers. */
    String address() {
        return "localhost:" + port;
    }

    void start() throws IOException {
        Properties settings = settings();
        if (!Files.exists(folder.resolve("data").resolve("meta.properties"))) {
            format(settings);
        }
        KafkaRaftServer starting = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        server.set(starting);
        starting.startup();
    }

    void stop() {
        KafkaRaftServer running = server.getAndSet(null);
        if (running != null) {
            running.shutdown();
            running.awaitShutdown();
        }
    }

    private void format(Properties settings) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("format.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        int status = StorageTool.execute(arguments, new PrintStream(output, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new PlatformFailure("Kafka's folder " + folder + " could not be prepared: "
                    + output.toString(StandardCharsets.UTF_8).strip().replace('\n', ' '));
        }
    }

    private Properties settings() {
        int controllerPort = Ports.claim("Kafka's controller", 0);
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        // Named here rather than kept in the log, so that the port may be another at the next start.
        settings.setProperty("controller.quorum.voters", "1@localhost:" + controllerPort);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        listeners(settings, controllerPort);
        settings.setProperty("log.dirs", folder.resolve("data").toString());
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("message.max.bytes", Integer.toString(2_500_000));
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        // Tests need not wait as long as others until a dead consumer is noticed.
        settings.setProperty("group.min.session.timeout.ms", "1000");
        // With controlled shutdown (the default) a short session lets a restart on kept data begin at once.
        settings.setProperty("broker.session.timeout.ms", "3000");
        settings.setProperty("broker.heartbeat.interval.ms", "500");
        if (durable) {
            // Elsewhere other brokers hold a copy; this one is alone, so what it acknowledges has to be on the disk.
            settings.setProperty("log.flush.interval.messages", "1");
        }
        oneOfEverything(settings);
        smallFootprint(settings);
        return settings;
    }

    private void listeners(Properties settings, int controllerPort) {
        String clients = "PLAINTEXT://localhost:" + port;
        String controller = ",CONTROLLER://localhost:" + controllerPort;
        if (detour == null) {
            settings.setProperty("listeners", clients + controller);
            settings.setProperty("advertised.listeners", clients);
            return;
        }
        settings.setProperty("listener.security.protocol.map", PROTOCOLS);
        settings.setProperty("listeners", clients + ",DETOUR://localhost:" + detour.port() + controller);
        settings.setProperty("advertised.listeners", clients + ",DETOUR://localhost:" + detour.advertised());
    }

    private static void oneOfEverything(Properties settings) {
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.setProperty(topic + ".replication.factor", "1");
            settings.setProperty(topic + ".num.partitions", "4");
        }
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("min.insync.replicas", "1");
    }

    private static void smallFootprint(Properties settings) {
        settings.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
        settings.setProperty("log.index.size.max.bytes", Integer.toString(1 << 20));
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        settings.setProperty("background.threads", "2");
    }
}
