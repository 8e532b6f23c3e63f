package dev.plumbline.local;

import dev.plumbline.local.platform.Layout;
import dev.plumbline.local.platform.LocalPlatform;
import dev.plumbline.local.platform.Progress;
import dev.plumbline.local.platform.StartUpCaches;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Makes the services' start-up caches for elsewhere, above all for images: {@code Train FOLDER [JAVA-OPTION...]}. In the
 * folder there are then {@code job-service.aot} and so on, for services that start from the same jars at the same paths
 * with the same JVM and these options. Below {@code run} there lies what the run that they were made from has left.
 *
 * <p>Exit code 0 when all caches are there, 2 without a folder, 1 with one sentence for anything else.
 */
public final class Train {
    /** As services log in production, so that what they load for it is in the caches. */
    private static final Map<String, String> PRODUCTION = Map.of("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");

    private Train() {}

    /** The system property {@code plumbline.root} names the repository; the current folder if it is not set. */
    public static void main(String[] arguments) {
        System.exit(run(Path.of(System.getProperty("plumbline.root", "")).toAbsolutePath(), arguments));
    }

    static int run(Path repository, String... arguments) {
        if (arguments.length == 0) {
            System.err.println("Train needs the folder that the caches are to be in, and then options of the JVMs.");
            return 2;
        }
        Layout trained = layout(
                repository,
                Path.of(arguments[0]).toAbsolutePath(),
                Arrays.asList(arguments).subList(1, arguments.length));
        try {
            train(trained);
            return 0;
        } catch (LocalFailure e) {
            System.err.println(e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            System.err.println("The files of the start-up caches cannot be written: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }

    private static Layout layout(Path repository, Path folder, List<String> serviceJava) {
        return Layout.isolated(repository, folder.resolve("run"))
                .withServiceJava(serviceJava)
                .withServiceEnvironment(PRODUCTION)
                .withCaches(StartUpCaches.from(folder));
    }

    private static void train(Layout trained) throws IOException, InterruptedException {
        Training training = Training.of(trained);
        Progress progress = line -> System.out.println(line.stripTrailing());
        try (LocalPlatform platform = LocalPlatform.prepare(training.layout(), progress)) {
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop"));
            training.run(platform);
        }
        List<Path> missing = trained.caches().missing();
        if (!missing.isEmpty()) {
            throw new LocalFailure("%s was not made: see %s.".formatted(missing.getFirst(), trained.logs()));
        }
    }
}
