package dev.plumbline.e2e;

import dev.plumbline.local.platform.Service;
import dev.plumbline.monitoring.AlertRules;
import dev.plumbline.monitoring.AlertRules.Firing;
import dev.plumbline.monitoring.Labels;
import dev.plumbline.monitoring.Monitoring;
import dev.plumbline.monitoring.TimeSeries;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The running services as Prometheus sees them, with the labels that it gives them, and the chart's alerts on that. */
final class Watched {
    private static final double MINUTE = 60;

    private Watched() {}

    /** What each service says now. */
    static Map<Service, Scrape> now(Platform platform) {
        Map<Service, Scrape> scrapes = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            scrapes.put(service, platform.scrape(service));
        }
        return scrapes;
    }

    /** A number's name and labels as they are kept. */
    static Labels labels(Service service, Scrape.Sample sample) {
        Map<String, String> all = new TreeMap<>(sample.labels());
        all.putAll(targetOf(service));
        return Labels.of(sample.name(), all);
    }

    private static Map<String, String> targetOf(Service service) {
        return Map.of("job", service.title(), "instance", service.title() + "-1", "namespace", "plumbline");
    }

    /** The alerts that fire after it was first as before and then so many minutes as after. */
    static List<Firing> firing(Map<Service, Scrape> before, Map<Service, Scrape> after, int minutes) {
        TimeSeries series = new TimeSeries();
        add(series, before, 0);
        AlertRules alerts = new AlertRules(monitoring().alerts(), series);
        for (int minute = 1; minute <= minutes; minute++) {
            add(series, after, minute * MINUTE);
            alerts.evaluate(minute * MINUTE);
        }
        return alerts.firing();
    }

    private static void add(TimeSeries series, Map<Service, Scrape> scrapes, double seconds) {
        scrapes.forEach((service, scrape) -> {
            series.add(Labels.of("up", targetOf(service)), seconds, 1);
            scrape.samples().forEach(sample -> series.add(labels(service, sample), seconds, sample.value()));
        });
    }

    static Monitoring monitoring() {
        return new Monitoring(Path.of(System.getProperty("plumbline.root")).resolve("deploy/helm/plumbline"));
    }
}
