package dev.plumbline.local;

import java.util.Arrays;
import java.util.Iterator;

/**
 * The command line of {@code deploy/local/up}, which itself says how it is used.
 *
 * @param once ends after the sample
 * @param sample plays the sample
 * @param fresh drops kept data first
 * @param caches makes what the JVMs start from, and starts them from it
 * @param port the issuer's; the services take the four after it
 */
record Options(boolean once, boolean sample, boolean fresh, boolean caches, int port) {
    private static final int DOCUMENTED_PORT = 8080;
    private static final int LOWEST_PORT = 1024;
    private static final int HIGHEST_PORT = 65_531;

    /** @throws LocalFailure if an option is unknown, or its value is none */
    static Options parse(String... arguments) {
        boolean once = false;
        boolean sample = true;
        boolean fresh = false;
        boolean caches = true;
        int port = DOCUMENTED_PORT;
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--once" -> once = true;
                case "--no-sample" -> sample = false;
                case "--fresh" -> fresh = true;
                case "--no-caches" -> caches = false;
                case "--port" -> port = port(rest);
                default ->
                    throw new LocalFailure(
                            "Unknown option " + argument + ": deploy/local/up --help says what there is.");
            }
        }
        return new Options(once, sample, fresh, caches, port);
    }

    private static int port(Iterator<String> rest) {
        String value = rest.hasNext() ? rest.next() : "";
        if (!value.matches("\\d{1,5}")
                || Integer.parseInt(value) < LOWEST_PORT
                || Integer.parseInt(value) > HIGHEST_PORT) {
            throw new LocalFailure(
                    "Option --port needs a port from %d to %d, not '%s'.".formatted(LOWEST_PORT, HIGHEST_PORT, value));
        }
        return Integer.parseInt(value);
    }
}
