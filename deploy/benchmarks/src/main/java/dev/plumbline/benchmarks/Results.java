package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.faults.FaultReport;
import dev.plumbline.benchmarks.micro.MicroResult;
import dev.plumbline.benchmarks.pipeline.FanOut;
import dev.plumbline.benchmarks.pipeline.Latency;
import dev.plumbline.benchmarks.pipeline.Throughput;
import dev.plumbline.benchmarks.webhook.WebhookRun.Isolation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one run measured; grows while it goes on, so that a run that fails midway still tells what it has. */
final class Results {
    private final List<Throughput> throughputs = new ArrayList<>();
    private final List<Ratio> ratios = new ArrayList<>();
    private final List<MicroResult> micros = new ArrayList<>();
    private final Map<String, String> postgres = new LinkedHashMap<>();
    private final Map<String, Double> rowBytes = new LinkedHashMap<>();
    private @Nullable Latency latency;
    private @Nullable Isolation isolation;
    private @Nullable FanOut fanOut;
    private @Nullable FaultReport faults;

    /**
     * How the pipeline compares.
     *
     * @param value how many times as fast; or as slow, where the aim is below the floor
     * @param floor beyond it, something is broken
     * @param aim what is wanted
     */
    record Ratio(String name, double value, double floor, double aim) {
        static Ratio of(Throughput pipeline, Throughput plain, double floor, double aim) {
            return new Ratio(
                    pipeline.name() + " / " + plain.name(), pipeline.perSecond() / plain.perSecond(), floor, aim);
        }

        /** Whether less is better. */
        boolean isCeiling() {
            return aim < floor;
        }

        String verdict() {
            if (isCeiling()) {
                return value <= aim ? "aim reached" : value <= floor ? "below the ceiling" : "ABOVE THE CEILING";
            }
            return value >= aim ? "aim reached" : value >= floor ? "above the floor" : "BELOW THE FLOOR";
        }
    }

    Throughput add(Throughput throughput) {
        throughputs.add(throughput);
        return throughput;
    }

    void add(Ratio ratio) {
        ratios.add(ratio);
    }

    void addAll(List<MicroResult> results) {
        micros.addAll(results);
    }

    void setLatency(Latency measured) {
        latency = measured;
    }

    void setFanOut(FanOut measured) {
        fanOut = measured;
    }

    void setFaults(FaultReport report) {
        faults = report;
    }

    void setIsolation(Isolation measured) {
        isolation = measured;
    }

    void addPostgres(Map<String, String> settings) {
        postgres.putAll(settings);
    }

    void addRowBytes(String table, double bytes) {
        rowBytes.put(table, bytes);
    }

    List<Throughput> throughputs() {
        return List.copyOf(throughputs);
    }

    List<Ratio> ratios() {
        return List.copyOf(ratios);
    }

    List<MicroResult> micros() {
        return List.copyOf(micros);
    }

    Map<String, String> postgres() {
        return Map.copyOf(postgres);
    }

    Map<String, Double> rowBytes() {
        return Map.copyOf(rowBytes);
    }

    @Nullable Latency latency() {
        return latency;
    }

    @Nullable FanOut fanOut() {
        return fanOut;
    }

    @Nullable FaultReport faults() {
        return faults;
    }

    @Nullable Isolation isolation() {
        return isolation;
    }
}
