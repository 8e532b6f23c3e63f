package dev.plumbline.monitoring;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Alert rules at work: evaluated again and again, each alert pending until it has lasted. */
public final class AlertRules {
    private final List<AlertRule> rules;
    private final TimeSeries series;
    private final Map<AlertRule, Map<Labels, Active>> active = new HashMap<>();

    /**
     * @param series what they are evaluated on; their alerts are added to it as the series {@code ALERTS}
     */
    public AlertRules(List<AlertRule> rules, TimeSeries series) {
        this.rules = List.copyOf(rules);
        this.series = series;
    }

    private record Active(double since, double value, boolean fires) {
        String state() {
            return fires ? "firing" : "pending";
        }
    }

    /** An alert that fires, with the number that its query gave. */
    public record Firing(AlertRule rule, Labels labels, double value) {}

    /** Evaluates all of them; times only grow. */
    public void evaluate(double seconds) {
        rules.forEach(rule -> evaluate(rule, seconds));
    }

    /** The alerts that fire since the last evaluation. */
    public List<Firing> firing() {
        return rules.stream()
                .flatMap(rule -> active.getOrDefault(rule, Map.of()).entrySet().stream()
                        .filter(entry -> entry.getValue().fires())
                        .map(entry -> new Firing(
                                rule, entry.getKey(), entry.getValue().value())))
                .toList();
    }

    private void evaluate(AlertRule rule, double seconds) {
        Map<Labels, Active> before = active.computeIfAbsent(rule, none -> new LinkedHashMap<>());
        Map<Labels, Double> now = new LinkedHashMap<>();
        new Evaluation(series, seconds).of(rule.query()).forEach((labels, value) -> {
            Labels alert = labels.unnamed().with(rule.labels()).with("alertname", rule.alert());
            if (now.put(alert, value) != null) {
                throw new IllegalArgumentException("Two alerts have the labels " + alert);
            }
        });
        for (Iterator<Map.Entry<Labels, Active>> all = before.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Labels, Active> ended = all.next();
            if (!now.containsKey(ended.getKey())) {
                end(ended.getKey(), ended.getValue(), seconds);
                all.remove();
            }
        }
        now.forEach((alert, value) -> go(rule, alert, value, before, seconds));
    }

    private void go(AlertRule rule, Labels alert, double value, Map<Labels, Active> before, double seconds) {
        Active last = before.get(alert);
        double since = last == null ? seconds : last.since();
        boolean fires = (seconds - since) * 1000 >= rule.lasting().toMillis();
        Active next = new Active(since, value, fires || last != null && last.fires());
        if (last != null && !last.state().equals(next.state())) {
            end(alert, last, seconds);
        }
        before.put(alert, next);
        series.add(reported(alert, next), seconds, 1);
    }

    private void end(Labels alert, Active last, double seconds) {
        series.add(reported(alert, last), Sample.stale(seconds));
    }

    private static Labels reported(Labels alert, Active state) {
        return alert.with("alertstate", state.state()).with(Labels.NAME, "ALERTS");
    }
}
