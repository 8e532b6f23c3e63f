package dev.plumbline.monitoring;

import dev.plumbline.monitoring.Expression.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers by their labels and time, each series in the order of time. */
public final class TimeSeries {
    /** How long the latest number counts where none comes after it, in seconds: Prometheus' default. */
    private static final double LOOKBACK = 300;

    private final Map<Labels, List<Sample>> series = new LinkedHashMap<>();

    /** Adds a number, which is the latest of its series. */
    public void add(Labels labels, double seconds, double value) {
        add(labels, Sample.of(seconds, value));
    }

    void add(Labels labels, Sample sample) {
        List<Sample> samples = series.computeIfAbsent(labels, none -> new ArrayList<>());
        if (!samples.isEmpty() && samples.getLast().seconds() >= sample.seconds()) {
            samples.removeLast();
        }
        samples.add(sample);
    }

    /**
     * Adds a series in the notation of promtool's tests: {@code 1 2 3}, {@code 0+10x5} (0, 10, 20, ...: six numbers),
     * {@code 1x5}, {@code _} where there is none, {@code stale} where it ends.
     *
     * @param interval seconds between the numbers
     */
    public void add(Labels labels, String notation, double interval) {
        int index = 0;
        for (String part : notation.strip().split("\\s+")) {
            Steps steps = Steps.of(part);
            for (int i = 0; i < steps.count(); i++) {
                double seconds = interval * (index + i);
                if (steps.isStale()) {
                    add(labels, Sample.stale(seconds));
                } else if (!steps.isMissing()) {
                    add(labels, Sample.of(seconds, steps.first() + i * steps.step()));
                }
            }
            index += steps.count();
        }
    }

    /** The latest numbers. */
    Map<Labels, Double> at(Selector selector, double seconds) {
        Map<Labels, Double> found = new LinkedHashMap<>();
        series.forEach((labels, samples) -> {
            if (selector.matches(labels)) {
                List<Sample> within = within(samples, seconds - LOOKBACK, seconds);
                if (!within.isEmpty() && !within.getLast().isStale()) {
                    found.put(labels, within.getLast().value());
                }
            }
        });
        return found;
    }

    /** All numbers of the range that ends then; its beginning is no part of it. */
    Map<Labels, List<Sample>> range(Selector selector, double seconds) {
        Map<Labels, List<Sample>> found = new LinkedHashMap<>();
        series.forEach((labels, samples) -> {
            if (selector.matches(labels)) {
                List<Sample> within = within(samples, seconds - selector.range().toMillis() / 1000.0, seconds).stream()
                        .filter(sample -> !sample.isStale())
                        .toList();
                if (!within.isEmpty()) {
                    found.put(labels, within);
                }
            }
        });
        return found;
    }

    private static List<Sample> within(List<Sample> samples, double after, double until) {
        return samples.stream()
                .filter(sample -> sample.seconds() > after && sample.seconds() <= until)
                .toList();
    }
}
