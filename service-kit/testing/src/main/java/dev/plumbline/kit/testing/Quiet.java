package dev.plumbline.kit.testing;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Silences libraries that speak before the application's own logging is set up. On the JDK's logging because that is what
 * Quarkus' log manager implements.
 */
final class Quiet {
    /** Kept: a logger that nothing refers to is forgotten together with its level. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("org.apache.kafka"), Logger.getLogger("org.testcontainers"));

    private Quiet() {}

    /** Lets Kafka's clients and Testcontainers report warnings and errors alone. */
    static void please() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    /** Lets Testcontainers say nothing while this runs: that no Docker engine answers is no error here. */
    static boolean aboutDocker(BooleanSupplier probe) {
        Logger docker = Logger.getLogger("org.testcontainers");
        docker.setLevel(Level.OFF);
        try {
            return probe.getAsBoolean();
        } finally {
            docker.setLevel(Level.WARNING);
        }
    }
}
