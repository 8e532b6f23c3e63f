package dev.plumbline.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@code deploy/benchmarks/run}.
 *
 * @param parts what is measured
 * @param applications how many there are, 1 or more
 * @param scores how many come in, 1 or more; as many transactions does the plain SQL make
 * @param perSecond scores in a second while latency is measured
 * @param seconds how long latency is measured
 * @param seed of the load; the same seed gives the same load
 * @param forks JVMs for each of JMH's benchmarks
 * @param serviceJava options of the decision-service's JVM
 * @param home where the data of the run lie; null for a folder beside the build
 * @param clockLibrary libfaketime's; null where there is none
 * @param only parts of the names of the faults that are wanted; empty for all
 */
record Options(
        Set<Part> parts,
        int applications,
        int scores,
        int perSecond,
        int seconds,
        long seed,
        int forks,
        List<String> serviceJava,
        @Nullable Path home,
        @Nullable Path clockLibrary,
        List<String> only,
        boolean help) {

    static final String USAGE = """
            usage: deploy/benchmarks/run [throughput] [latency] [reads] [simulation] [fanout] [replay] [webhooks]
                                       [micro] [option value ...]
                   deploy/benchmarks/run faults [option value ...]

            Measures what is named, or all of it but faults; prints a table and writes deploy/benchmarks/target/results/<date>.json.

              --applications 100000   applications of the shipped job, each with 10 facts in place
              --scores 200000         scores with random keys; as many transactions in plain SQL; for faults, over HTTP
              --rate 200              scores a second while latency is measured; half as many decisions for webhooks
              --seconds 60            how long latency is measured, reads and webhooks of each kind
              --seed 1                of the load
              --forks 1               JVMs for each JMH benchmark
              --service-java "..."    JVM options of the decision-service ("-Xmx512m -Xmn360m -XX:+UseParallelGC")
              --home DIR              where the data lie; on a small disk of its own, faults fill it
              --faketime FILE         libfaketime.so.1, for the clock among the faults
              --only "disk,clock"     of the faults those alone whose names contain one of these
              --help                  show this
            """;

    private static final List<String> SERVICE_JAVA = List.of("-Xmx512m", "-Xmn360m", "-XX:+UseParallelGC");

    /** What can be measured. */
    enum Part {
        THROUGHPUT,
        LATENCY,
        READS,
        SIMULATION,
        FAN_OUT,
        REPLAY,
        WEBHOOKS,
        MICRO,
        FAULTS
    }

    Options {
        parts = Set.copyOf(parts);
        serviceJava = List.copyOf(serviceJava);
        only = List.copyOf(only);
    }

    /** @throws IllegalArgumentException with one sentence if it cannot be understood */
    static Options parse(String... arguments) {
        EnumSet<Part> parts = EnumSet.noneOf(Part.class);
        Options options =
                new Options(parts, 100_000, 200_000, 200, 60, 1, 1, SERVICE_JAVA, null, null, List.of(), false);
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "throughput" -> parts.add(Part.THROUGHPUT);
                case "latency" -> parts.add(Part.LATENCY);
                case "reads" -> parts.add(Part.READS);
                case "simulation" -> parts.add(Part.SIMULATION);
                case "fanout" -> parts.add(Part.FAN_OUT);
                case "replay" -> parts.add(Part.REPLAY);
                case "webhooks" -> parts.add(Part.WEBHOOKS);
                case "faults" -> parts.add(Part.FAULTS);
                case "micro" -> parts.add(Part.MICRO);
                case "--help", "-h" -> options = options.helping();
                default -> options = options.with(argument, rest);
            }
        }
        return options.of(parts.isEmpty() ? EnumSet.complementOf(EnumSet.of(Part.FAULTS)) : parts);
    }

    private Options with(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(
                    "The option " + option + " needs a value, or there is none of that name.");
        }
        String value = rest.next();
        return switch (option) {
            case "--applications" -> sized(count(option, value), scores);
            case "--scores" -> sized(applications, count(option, value));
            case "--rate" -> paced(count(option, value), seconds);
            case "--seconds" -> paced(perSecond, count(option, value));
            case "--seed" -> seeded(count(option, value));
            case "--forks" -> forked(count(option, value));
            case "--service-java" -> running(List.of(value.strip().split("\\s+")));
            case "--home" -> placed(Path.of(value), clockLibrary);
            case "--faketime" -> placed(home, Path.of(value));
            case "--only" -> of(List.of(value.strip().split("\\s*,\\s*")));
            default -> throw new IllegalArgumentException("Unknown option " + option + ": --help says what there is.");
        };
    }

    private static int count(String option, String value) {
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException("The option " + option + " needs a number above 0, not " + value + ".");
        }
        return Integer.parseInt(value);
    }

    private Options of(Set<Part> wanted) {
        return new Options(
                wanted,
                applications,
                scores,
                perSecond,
                seconds,
                seed,
                forks,
                serviceJava,
                home,
                clockLibrary,
                only,
                help);
    }

    private Options of(List<String> names) {
        return new Options(
                parts,
                applications,
                scores,
                perSecond,
                seconds,
                seed,
                forks,
                serviceJava,
                home,
                clockLibrary,
                names,
                help);
    }

    private Options sized(int newApplications, int newScores) {
        return new Options(
                parts,
                newApplications,
                newScores,
                perSecond,
                seconds,
                seed,
                forks,
                serviceJava,
                home,
                clockLibrary,
                only,
                help);
    }

    private Options paced(int newRate, int newSeconds) {
        return new Options(
                parts,
                applications,
                scores,
                newRate,
                newSeconds,
                seed,
                forks,
                serviceJava,
                home,
                clockLibrary,
                only,
                help);
    }

    private Options seeded(long newSeed) {
        return new Options(
                parts,
                applications,
                scores,
                perSecond,
                seconds,
                newSeed,
                forks,
                serviceJava,
                home,
                clockLibrary,
                only,
                help);
    }

    private Options forked(int newForks) {
        return new Options(
                parts,
                applications,
                scores,
                perSecond,
                seconds,
                seed,
                newForks,
                serviceJava,
                home,
                clockLibrary,
                only,
                help);
    }

    private Options running(List<String> java) {
        return new Options(
                parts, applications, scores, perSecond, seconds, seed, forks, java, home, clockLibrary, only, help);
    }

    private Options placed(@Nullable Path newHome, @Nullable Path newLibrary) {
        return new Options(
                parts,
                applications,
                scores,
                perSecond,
                seconds,
                seed,
                forks,
                serviceJava,
                newHome,
                newLibrary,
                only,
                help);
    }

    Options helping() {
        return new Options(
                parts,
                applications,
                scores,
                perSecond,
                seconds,
                seed,
                forks,
                serviceJava,
                home,
                clockLibrary,
                only,
                true);
    }
}
