package dev.plumbline.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.benchmarks.faults.FaultReport;
import dev.plumbline.benchmarks.micro.MicroResult;
import dev.plumbline.benchmarks.pipeline.FanOut;
import dev.plumbline.benchmarks.pipeline.Latency;
import dev.plumbline.benchmarks.pipeline.Throughput;
import dev.plumbline.benchmarks.webhook.WebhookRun.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Tells the results: a table for people, JSON for comparison. */
final class Report {
    private static final DateTimeFormatter FILE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final double MILLION = 1e6;

    private final Options options;
    private final Machine machine;
    private final Results results;

    Report(Options options, Machine machine, Results results) {
        this.options = options;
        this.machine = machine;
        this.results = results;
    }

    /** The table, line by line. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%d cores, %,d MiB, %s, load %.1f before the start"
                .formatted(machine.cores(), machine.memoryMiB(), machine.jdk(), machine.loadAverage()));
        results.micros().forEach(micro -> lines.add(line(micro)));
        results.throughputs().forEach(throughput -> lines.addAll(lines(throughput)));
        results.ratios()
                .forEach(ratio -> lines.add("%-50s %12.2f x   %s %.2f, aim %.2f: %s"
                        .formatted(
                                ratio.name(),
                                ratio.value(),
                                ratio.isCeiling() ? "ceiling" : "floor",
                                ratio.floor(),
                                ratio.aim(),
                                ratio.verdict())));
        Latency latency = results.latency();
        if (latency != null) {
            lines.add(line(latency));
        }
        Isolation isolation = results.isolation();
        if (isolation != null) {
            lines.add(line(isolation));
        }
        FanOut fanOut = results.fanOut();
        if (fanOut != null) {
            lines.addAll(lines(fanOut));
        }
        FaultReport faults = results.faults();
        if (faults != null) {
            lines.addAll(faults.lines());
        }
        return lines;
    }

    private static String line(MicroResult micro) {
        return "%-50s %12.2f us  +/- %.2f".formatted(micro.name(), micro.micros(), micro.error());
    }

    private static List<String> lines(Throughput it) {
        String steady = it.steadyPerSecond() == 0 ? "" : ", %,.0f/s in the middle".formatted(it.steadyPerSecond());
        return List.of(
                "%-50s %,12.0f /s  %,d in %.1f s%s; %,d decisions stored, %,d published"
                        .formatted(
                                it.name(),
                                it.perSecond(),
                                it.events(),
                                it.seconds(),
                                steady,
                                it.stored(),
                                it.published()),
                "%-50s %12s     %.0f MB of WAL, %,d commits; CPU: service %.1f s, benchmark %.1f s"
                        .formatted(
                                "",
                                "",
                                it.cost().walBytes() / MILLION,
                                it.cost().commits(),
                                it.cost().serviceCpuSeconds(),
                                it.cost().clientCpuSeconds()));
    }

    private static String line(Latency it) {
        return "%-50s %12.1f ms  p90 %.1f, p99 %.1f, p99.9 %.1f, max %.1f; %,d of %,d scores published a decision"
                .formatted(
                        "score to decision at %d/s, p50".formatted(it.perSecond()),
                        it.p50(),
                        it.p90(),
                        it.p99(),
                        it.p999(),
                        it.max(),
                        it.published(),
                        it.scores());
    }

    private static List<String> lines(FanOut it) {
        return List.of(
                "%-50s %,12.0f /s  %,d applications in %.1f s; killed at %,d of them, the rest done %.1f s later"
                        .formatted(
                                "rubric for all open applications",
                                it.applications() / it.seconds(),
                                it.applications(),
                                it.seconds(),
                                it.killedAt(),
                                it.resumedSeconds()),
                "%-50s %12.1f ms  p99 alone %.1f, meanwhile %.1f; %,d scores meanwhile"
                        .formatted(
                                "single scores delayed by it, p99",
                                it.delayMillis(),
                                it.alone().p99(),
                                it.meanwhile().p99(),
                                it.meanwhile().scores()));
    }

    private static String line(Isolation it) {
        return "%-50s %12.1f ms  with one that hangs %.1f; %,d messages of each"
                .formatted(
                        "decision to webhook at %d/s, p99".formatted(it.perSecond()),
                        it.noneHung(),
                        it.oneHung(),
                        it.messages());
    }

    /**
     * Writes the JSON.
     *
     * @return where it is
     */
    Path write(Path folder, Instant time) throws IOException {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode json = mapper.createObjectNode().put("time", time.toString());
        json.set("machine", mapper.valueToTree(machine));
        json.set("options", mapper.valueToTree(options));
        json.set("postgres", mapper.valueToTree(new TreeMap<>(results.postgres())));
        json.set("rowBytes", mapper.valueToTree(new TreeMap<>(results.rowBytes())));
        json.set("micro", mapper.valueToTree(results.micros()));
        json.set(
                "throughput",
                mapper.valueToTree(results.throughputs().stream()
                        .map(it -> {
                            ObjectNode node = mapper.valueToTree(it);
                            return node.put("perSecond", it.perSecond());
                        })
                        .toList()));
        json.set("ratios", mapper.valueToTree(results.ratios()));
        json.set("fanOut", mapper.valueToTree(results.fanOut()));
        json.set("webhookMillis", mapper.valueToTree(results.isolation()));
        FaultReport faults = results.faults();
        json.set("faults", faults == null ? null : faults.toJson());
        json.set("latencyMillis", mapper.valueToTree(results.latency()));
        Path file = Files.createDirectories(folder).resolve(FILE.format(time) + ".json");
        mapper.writeValue(file.toFile(), json);
        return file;
    }
}
