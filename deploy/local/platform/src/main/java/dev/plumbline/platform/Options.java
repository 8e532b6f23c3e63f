package dev.plumbline.platform;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param data where the data lie; null for a new folder among the temporary files
 * @param temporary whether the data are removed at the end
 * @param fresh whether kept data are dropped at the start
 * @param postgresPort 1 to 65535, or 0 for a free one
 * @param kafkaPort 1 to 65535, or 0 for a free one
 * @param databases each gets a role and a password of the same name
 * @param fsync whether a commit and an acknowledged record survive a power cut; off only for tests
 * @param only the one server that is wanted; null for both
 * @param programs where the programs of PostgreSQL lie, and are unpacked where they do not; null for the folder of kept
 *     data, and for that which this user's platforms share where data are temporary
 * @param kafkaDetour a second way to Kafka; null for none
 */
record Options(
        @Nullable Path data,
        boolean temporary,
        boolean fresh,
        int postgresPort,
        int kafkaPort,
        List<String> databases,
        boolean fsync,
        @Nullable Server only,
        @Nullable Path programs,
        @Nullable Detour kafkaDetour) {

    /** What can run alone, so that it can be killed alone. */
    enum Server {
        POSTGRES,
        KAFKA
    }

    /**
     * A listener that sends its clients through another port, where a test stands between.
     *
     * @param port where Kafka listens
     * @param advertised where its clients are told to come
     */
    record Detour(int port, int advertised) {}

    static final String USAGE =
            "usage: platform (--data DIR | --temporary) [--fresh] [--postgres-port N] [--kafka-port N]"
                    + " [--databases a,b,...] [--fsync on|off]"
                    + " [--only postgres|kafka] [--programs DIR] [--kafka-detour PORT:ADVERTISED]";

    private static final Pattern DATABASE = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    Options {
        databases = List.copyOf(databases);
        if (data == null && !temporary) {
            throw new PlatformFailure("One of --data DIR and --temporary is needed; " + USAGE);
        }
        for (String database : databases) {
            if (!DATABASE.matcher(database).matches() || database.equals(PostgresServer.ADMIN)) {
                throw new PlatformFailure("A database cannot be named '" + database + "'; " + USAGE);
            }
        }
    }

    static Options parse(String... args) {
        Path data = null;
        boolean temporary = false;
        boolean fresh = false;
        int postgresPort = 0;
        int kafkaPort = 0;
        List<String> databases = List.of("job", "assessment", "interview", "decision");
        boolean fsync = true;
        Server only = null;
        Path programs = null;
        Detour kafkaDetour = null;
        Iterator<String> rest = Arrays.asList(args).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--data" -> data = Path.of(value(option, rest)).toAbsolutePath();
                case "--temporary" -> temporary = true;
                case "--fresh" -> fresh = true;
                case "--postgres-port" -> postgresPort = port(option, value(option, rest));
                case "--kafka-port" -> kafkaPort = port(option, value(option, rest));
                case "--databases" -> databases = List.of(value(option, rest).split(",", -1));
                case "--fsync" -> fsync = onOrOff(option, value(option, rest));
                case "--only" -> only = server(option, value(option, rest));
                case "--programs" -> programs = Path.of(value(option, rest)).toAbsolutePath();
                case "--kafka-detour" -> kafkaDetour = detour(option, value(option, rest));
                default -> throw new PlatformFailure("Unknown option " + option + "; " + USAGE);
            }
        }
        return new Options(
                data, temporary, fresh, postgresPort, kafkaPort, databases, fsync, only, programs, kafkaDetour);
    }

    boolean wants(Server server) {
        return only == null || only == server;
    }

    private static Server server(String option, String value) {
        return switch (value) {
            case "postgres" -> Server.POSTGRES;
            case "kafka" -> Server.KAFKA;
            default -> throw new PlatformFailure("Option " + option + " is postgres or kafka, not '" + value + "'");
        };
    }

    private static Detour detour(String option, String value) {
        String[] ports = value.split(":", -1);
        if (ports.length != 2) {
            throw new PlatformFailure("Option " + option + " needs two ports, as in 9093:9094, not '" + value + "'");
        }
        return new Detour(port(option, ports[0]), port(option, ports[1]));
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new PlatformFailure("Option " + option + " needs a value; " + USAGE);
        }
        return rest.next();
    }

    private static int port(String option, String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new PlatformFailure("Option " + option + " needs a port from 0 to 65535, not '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    private static boolean onOrOff(String option, String value) {
        return switch (value) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new PlatformFailure("Option " + option + " is on or off, not '" + value + "'");
        };
    }
}
