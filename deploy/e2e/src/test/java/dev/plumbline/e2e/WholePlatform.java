package dev.plumbline.e2e;

import dev.plumbline.local.platform.Layout;
import dev.plumbline.local.platform.LocalPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the whole platform once for all tests of this JVM, in a folder of its own, and stops it after the last. */
public final class WholePlatform implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(WholePlatform.class);
    /** The shortest that Kafka allows: a consumer that was killed keeps its partitions for that long. */
    private static final Map<String, String> DEAD_MEMBERS_SOON_NOTICED =
            Map.of("KAFKA_SESSION_TIMEOUT_MS", "6000", "KAFKA_HEARTBEAT_INTERVAL_MS", "2000");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Started.class, key -> Started.now(), Started.class)
                .platform();
    }

    /** What the store closes at the end. */
    private record Started(LocalPlatform processes, Platform platform, Path home) implements AutoCloseable {

        static Started now() {
            try {
                Path home = Files.createTempDirectory("plumbline-e2e");
                Layout layout = Layout.isolated(Path.of(System.getProperty("plumbline.root")), home)
                        .withServiceEnvironment(DEAD_MEMBERS_SOON_NOTICED);
                // What is true already needs no wait.
                Awaitility.setDefaultPollDelay(Duration.ZERO);
                LocalPlatform processes = LocalPlatform.prepare(layout, line -> {});
                Started started = new Started(processes, new Platform(processes, layout), home);
                try {
                    processes.start(true);
                } catch (IOException | InterruptedException | RuntimeException e) {
                    // The log says why; the folder is left for whoever looks.
                    processes.close();
                    throw new IllegalStateException("The platform did not start; logs are in " + layout.logs(), e);
                }
                return started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            processes.close();
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
