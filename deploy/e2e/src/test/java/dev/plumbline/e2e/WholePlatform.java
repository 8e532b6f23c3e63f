package dev.plumbline.e2e;

import dev.plumbline.local.platform.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the whole platform once for all tests of this JVM, in a folder of its own, and stops it after the last. */
public final class WholePlatform implements ParameterResolver {
    private static final Set<Class<?>> WHAT_RUNS = Set.of(Platform.class, TraceCollector.class);
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(WholePlatform.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return WHAT_RUNS.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Started started = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Started.class, key -> Started.now(), Started.class);
        return parameter.getParameter().getType() == Platform.class ? started.platform() : started.collector();
    }

    /** What the store closes at the end. */
    private record Started(RunningPlatform running, TraceCollector collector, Path home) implements AutoCloseable {

        static Started now() {
            try {
                Path home = Files.createTempDirectory("plumbline-e2e");
                // What is true already needs no wait; what has no time of its own may take one on a machine that is
                // busy.
                Awaitility.setDefaultPollDelay(Duration.ZERO);
                Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
                Path root = Path.of(System.getProperty("plumbline.root"));
                TraceCollector collector = TraceCollector.start();
                Layout layout = Layout.isolated(root, home).withServiceEnvironment(collector.settings());
                // Where it does not start, the folder is left for whoever looks why.
                return new Started(RunningPlatform.start(layout), collector, home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Platform platform() {
            return running.platform();
        }

        @Override
        public void close() throws IOException {
            running.close();
            collector.close();
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
