package dev.plumbline.e2e;

import dev.plumbline.local.platform.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the whole platform once for all tests of this JVM, in a folder of its own, and stops it after the last. */
public final class WholePlatform implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(WholePlatform.class);

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
    private record Started(RunningPlatform running, Path home) implements AutoCloseable {

        static Started now() {
            try {
                Path home = Files.createTempDirectory("plumbline-e2e");
                // What is true already needs no wait.
                Awaitility.setDefaultPollDelay(Duration.ZERO);
                Path root = Path.of(System.getProperty("plumbline.root"));
                // Where it does not start, the folder is left for whoever looks why.
                return new Started(RunningPlatform.start(Layout.isolated(root, home)), home);
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
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
