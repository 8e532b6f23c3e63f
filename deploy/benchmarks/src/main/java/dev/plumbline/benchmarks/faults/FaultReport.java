package dev.plumbline.benchmarks.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.e2e.faults.Finding;
import dev.plumbline.e2e.faults.Survived;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a long run.
 *
 * @param faults that were survived, or after which something did not hold, in their order
 * @param rebuilt what was looked at after the replay at the end; empty where it did not come to that
 * @param scores acknowledged in all
 * @param records on the fact and decision topics, those that came again included
 * @param leftOut what was not tried, and why
 * @param failure what ended the run early: at which fault, and why; null where nothing did
 */
public record FaultReport(
        List<Survived> faults,
        List<Finding> rebuilt,
        long scores,
        long records,
        List<String> leftOut,
        @Nullable String failure) {
    /** With fewer on the topics a run is not complete. */
    static final long WANTED_RECORDS = 500_000;

    private static final double MILLIS = 1000.0;
    private static final int VIOLATIONS_SHOWN = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keeps its own copies. */
    public FaultReport {
        faults = List.copyOf(faults);
        rebuilt = List.copyOf(rebuilt);
        leftOut = List.copyOf(leftOut);
    }

    /** Whether all that was tried held to the end, and every fault struck while work was on its way. */
    public boolean isWhole() {
        return failure == null
                && !rebuilt.isEmpty()
                && rebuilt.stream().allMatch(Finding::holds)
                && faults.stream().allMatch(Survived::isWhole);
    }

    /** Whether nothing was left out, too, and enough events were on the topics. */
    public boolean isComplete() {
        return isWhole() && missing().isEmpty();
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>(leftOut);
        if (records < WANTED_RECORDS) {
            missing.add("events: %,d were on the topics, a complete run has %,d".formatted(records, WANTED_RECORDS));
        }
        return missing;
    }

    private String verdict() {
        if (!isWhole()) {
            return "NOT EVERYTHING HOLDS";
        }
        return isComplete() ? "everything holds, complete" : "what was tried holds, NOT COMPLETE";
    }

    /** The table, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        faults.forEach(fault -> lines.add(line(fault)));
        invariants()
                .forEach((invariant, checks) -> lines.add(
                        "%-58s %,12d checks in all, %s".formatted(invariant, checks.checked(), checks.verdict())));
        rebuilt.forEach(finding -> lines.add("after the replay: %-58s %,12d checks, %s"
                .formatted(finding.invariant(), finding.checked(), verdict(finding))));
        if (failure != null) {
            lines.add("ENDED EARLY: " + failure);
        }
        lines.add("%,d faults, %,d scores acknowledged, %,d records on the topics: %s"
                .formatted(faults.size(), scores, records, verdict()));
        missing().forEach(what -> lines.add("left out: " + what));
        return lines;
    }

    /** All of it. */
    public ObjectNode toJson() {
        ObjectNode json = JSON.createObjectNode()
                .put("holds", isWhole())
                .put("complete", isComplete())
                .put("scores", scores)
                .put("records", records);
        ArrayNode struck = json.putArray("faults");
        faults.forEach(fault -> struck.add(toJson(fault)));
        json.set("rebuilt", JSON.valueToTree(rebuilt));
        json.set("leftOut", JSON.valueToTree(missing()));
        json.put("failure", failure);
        return json;
    }

    private static ObjectNode toJson(Survived it) {
        ObjectNode json = JSON.createObjectNode().put("fault", it.fault());
        it.flight().lag().ifPresent(lag -> json.put("lag", lag));
        it.flight().outbox().ifPresent(outbox -> json.put("outbox", outbox));
        json.put("seconds", seconds(it.lasted()))
                .put("recoveredSeconds", seconds(it.recovered()))
                .put("scores", it.scores())
                .put("unanswered", it.unanswered());
        json.set("invariants", JSON.valueToTree(it.findings()));
        return json;
    }

    private static String verdict(Finding finding) {
        return finding.holds() ? "holds" : "BROKEN: " + finding.violations().getFirst();
    }

    /** One fault on one line. */
    static String line(Survived it) {
        List<String> broken = it.findings().stream()
                .filter(finding -> !finding.holds())
                .flatMap(finding -> finding.violations().stream()
                        .limit(VIOLATIONS_SHOWN)
                        .map(violation -> finding.invariant() + ": " + violation))
                .toList();
        return "%-58s %6.1f s, recovered in %5.1f s; %s; %,d scores, %d unanswered; %s"
                .formatted(
                        it.fault(),
                        seconds(it.lasted()),
                        seconds(it.recovered()),
                        it.flight(),
                        it.scores(),
                        it.unanswered(),
                        it.isWhole() ? "holds" : "BROKEN " + broken);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / MILLIS;
    }

    /**
     * All checks of one invariant.
     *
     * @param broken after how many faults it did not hold
     */
    private record Checks(long checked, long broken) {
        Checks plus(Finding finding) {
            return new Checks(checked + finding.checked(), broken + (finding.holds() ? 0 : 1));
        }

        String verdict() {
            return broken == 0 ? "holds" : "BROKEN after %d faults".formatted(broken);
        }
    }

    private Map<String, Checks> invariants() {
        Map<String, Checks> checks = new LinkedHashMap<>();
        faults.stream()
                .flatMap(fault -> fault.findings().stream())
                .forEach(finding -> checks.put(
                        finding.invariant(),
                        checks.getOrDefault(finding.invariant(), new Checks(0, 0))
                                .plus(finding)));
        return checks;
    }
}
