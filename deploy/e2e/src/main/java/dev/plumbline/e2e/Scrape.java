package dev.plumbline.e2e;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service says at {@code /q/metrics}, in Prometheus' text format 0.0.4.
 *
 * @param families by name
 */
public record Scrape(Map<String, Family> families) {
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)(?: \\d+)?");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    /** Metrics of one name and type. */
    public record Family(String name, String type, List<Sample> samples) {}

    /** One number. {@code name} is the family's, perhaps with an ending such as {@code _count}. */
    public record Sample(String name, Map<String, String> labels, double value) {}

    /** Reads a text. */
    public static Scrape parse(String text) {
        Map<String, Family> families = new TreeMap<>();
        Family[] current = new Family[1];
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            Matcher type = TYPE.matcher(line);
            if (type.matches()) {
                current[0] = new Family(type.group(1), type.group(2), new ArrayList<>());
                families.put(type.group(1), current[0]);
            } else if (!line.startsWith("#")) {
                Objects.requireNonNull(current[0], line).samples().add(sample(line));
            }
        });
        return new Scrape(families);
    }

    private static Sample sample(String line) {
        Matcher sample = SAMPLE.matcher(line);
        if (!sample.matches()) {
            throw new IllegalArgumentException("Not a sample: " + line);
        }
        Map<String, String> labels = new TreeMap<>();
        if (sample.group(2) != null) {
            Matcher label = LABEL.matcher(sample.group(2));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
        }
        return new Sample(sample.group(1), labels, value(sample.group(3)));
    }

    private static double value(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** All numbers. */
    public List<Sample> samples() {
        return families.values().stream()
                .map(Family::samples)
                .flatMap(Collection::stream)
                .toList();
    }

    /** The sum of the numbers of this name that have these labels among theirs. */
    public double sum(String name, Map<String, String> labels) {
        return samples().stream()
                .filter(sample ->
                        sample.name().equals(name) && sample.labels().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Sample::value)
                .sum();
    }
}
