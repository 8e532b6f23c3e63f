package dev.plumbline.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One real PostgreSQL and Kafka, with the topic of decisions, for all tests of this JVM that only need some. */
public final class SharedServers implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedServers.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Servers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Started.class, key -> Started.now(), Started.class)
                .platform()
                .servers();
    }

    /** What the store closes at the end. */
    private record Started(LocalPlatform platform, Path home) implements AutoCloseable {
        static Started now() {
            try {
                Path home = Files.createTempDirectory("plumbline-launcher");
                Path root = Path.of(System.getProperty("plumbline.root"));
                LocalPlatform platform = LocalPlatform.prepare(Layout.isolated(root, home), Progress.SILENT);
                platform.startServers(false);
                try (Admin admin = Admin.create(
                        Map.of("bootstrap.servers", platform.servers().kafka()))) {
                    admin.createTopics(List.of(new NewTopic(FakeService.DECISIONS, 3, (short) 1)))
                            .all()
                            .get();
                }
                return new Started(platform, home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException("PostgreSQL and Kafka did not start", e);
            }
        }

        @Override
        public void close() throws IOException {
            platform.close();
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
