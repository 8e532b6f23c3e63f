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

/**
 * What came of a long run.
 *
 * @param faults in their order
 * @param rebuild of the decision-service's database at the end
 * @param scores acknowledged in all
 * @param records on the fact and decision topics, those that came again included
 * @param leftOut what was not tried, and why
 */
public record FaultReport(List<Survived> faults, Finding rebuild, long scores, long records, List<String> leftOut) {
    private static final double MILLIS = 1000.0;
    private static final int VIOLATIONS_SHOWN = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keeps its own copies. */
    public FaultReport {
        faults = List.copyOf(faults);
        leftOut = List.copyOf(leftOut);
    }

    /** Whether all held, and every fault struck while work was on its way. */
    public boolean isWhole() {
        return rebuild.holds() && faults.stream().allMatch(Survived::isWhole);
    }

    /** The table, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        faults.forEach(fault -> lines.add(line(fault)));
        invariants()
                .forEach((invariant, checks) -> lines.add(
                        "%-58s %,12d checks in all, %s".formatted(invariant, checks.checked(), checks.verdict())));
        lines.add("%-58s %,12d applications, %s"
                .formatted("replay from offset 0: equal content digests", rebuild.checked(), verdict(rebuild)));
        lines.add("%,d faults, %,d scores acknowledged, %,d records on the topics: %s"
                .formatted(faults.size(), scores, records, isWhole() ? "everything holds" : "NOT EVERYTHING HOLDS"));
        leftOut.forEach(what -> lines.add("left out: " + what));
        return lines;
    }

    /** All of it. */
    public ObjectNode toJson() {
        ObjectNode json = JSON.createObjectNode()
                .put("holds", isWhole())
                .put("scores", scores)
                .put("records", records);
        ArrayNode struck = json.putArray("faults");
        faults.forEach(fault -> struck.add(toJson(fault)));
        json.set("rebuild", JSON.valueToTree(rebuild));
        json.set("leftOut", JSON.valueToTree(leftOut));
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
