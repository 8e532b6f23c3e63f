package dev.plumbline.monitoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The functions that are known here, as Prometheus' documentation and code define them. */
final class Functions {
    /** So many times their usual distance may numbers be from the ends of a range and still stand for all of it. */
    private static final double REACH = 1.1;

    private static final Map<String, Known> KNOWN = Map.of(
            "rate", new Known(1, true),
            "increase", new Known(1, true),
            "resets", new Known(1, true),
            "absent", new Known(1, false),
            "histogram_quantile", new Known(2, false));

    private Functions() {}

    /**
     * What a function takes.
     *
     * @param arguments how many
     * @param takesRange whether the last of them is a range of numbers
     */
    record Known(int arguments, boolean takesRange) {}

    static Known known(String function) {
        Known known = KNOWN.get(function);
        if (known == null) {
            throw new IllegalArgumentException("Not a function that is known here: " + function);
        }
        return known;
    }

    /**
     * How much a counter rose within a range, where it is taken to have gone on to the ends of the range as it did between
     * its first and its last number there.
     *
     * @param samples two at the least
     * @param until the end of the range
     * @param range its length; both in seconds
     */
    static double increase(List<Sample> samples, double until, double range) {
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        double rise = last.value() - first.value();
        for (int i = 1; i < samples.size(); i++) {
            if (samples.get(i).value() < samples.get(i - 1).value()) {
                rise += samples.get(i - 1).value();
            }
        }
        double sampled = last.seconds() - first.seconds();
        double usual = sampled / (samples.size() - 1);
        double before = reach(first.seconds() - (until - range), usual);
        if (rise > 0 && first.value() >= 0) {
            // It was not below zero.
            before = Math.min(before, sampled * (first.value() / rise));
        }
        double after = reach(until - last.seconds(), usual);
        return rise * (sampled + before + after) / sampled;
    }

    private static double reach(double distance, double usual) {
        return distance < usual * REACH ? distance : usual / 2;
    }

    /** How often it fell. */
    static double resets(List<Sample> samples) {
        double resets = 0;
        for (int i = 1; i < samples.size(); i++) {
            if (samples.get(i).value() < samples.get(i - 1).value()) {
                resets++;
            }
        }
        return resets;
    }

    /** The quantile of each histogram among the buckets, which are counters by their label {@code le}. */
    static Map<Labels, Double> quantiles(double quantile, Map<Labels, Double> buckets) {
        Map<Labels, NavigableMap<Double, Double>> histograms = new LinkedHashMap<>();
        buckets.forEach((labels, count) -> {
            String bound = labels.get("le");
            if (!bound.isEmpty()) {
                histograms
                        .computeIfAbsent(labels.unnamed().without(List.of("le")), none -> new TreeMap<>())
                        .put(bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound), count);
            }
        });
        Map<Labels, Double> quantiles = new LinkedHashMap<>();
        histograms.forEach((labels, histogram) -> quantiles.put(labels, quantile(quantile, histogram)));
        return quantiles;
    }

    /** Within the bucket where it lies numbers are taken to be spread evenly. */
    private static double quantile(double quantile, NavigableMap<Double, Double> histogram) {
        Map.Entry<Double, Double> top = histogram.lastEntry();
        if (histogram.size() < 2 || !Double.isInfinite(top.getKey()) || !(top.getValue() > 0)) {
            return Double.NaN;
        }
        double rank = quantile * top.getValue();
        double lower = 0;
        double below = 0;
        for (Map.Entry<Double, Double> bucket : histogram.entrySet()) {
            if (bucket.getValue() >= rank) {
                if (Double.isInfinite(bucket.getKey())) {
                    return lower;
                }
                return lower + (bucket.getKey() - lower) * (rank - below) / (bucket.getValue() - below);
            }
            lower = bucket.getKey();
            below = bucket.getValue();
        }
        return lower;
    }
}
