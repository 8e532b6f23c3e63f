package dev.plumbline.decision.domain.explanation;

import dev.plumbline.decision.domain.Band;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.GateState;
import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.domain.SectionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in plain sentences why a decision is what it is: the rule that applied, the total, each gate, what is owed. */
final class Reasons {
    private static final List<GateState> GRAVEST_FIRST =
            List.of(GateState.FAILED, GateState.PENDING, GateState.WAIVED, GateState.PASSED);

    private final Rubric rubric;
    private final Decision decision;
    private final ExplainedNode tree;
    private final List<ExplainedGate> gates;

    Reasons(Rubric rubric, Decision decision, ExplainedNode tree, List<ExplainedGate> gates) {
        this.rubric = rubric;
        this.decision = decision;
        this.tree = tree;
        this.gates = gates;
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(rule());
        sentences.add(total());
        tree.children().stream().flatMap(Reasons::share).forEach(sentences::add);
        for (GateState state : GRAVEST_FIRST) {
            gates.stream().filter(gate -> gate.state() == state).forEach(gate -> sentences.addAll(gate.sentences()));
        }
        tree.all().flatMap(Reasons::owed).forEach(sentences::add);
        return sentences;
    }

    /** The first rule that applied (decision semantics, section 6). */
    private String rule() {
        return switch (decision.recommendation()) {
            case REJECT -> rejected();
            case ADVANCE ->
                "Advance: the total is at least " + strongAt() + whateverComes() + ", and every gate is passed.";
            case DISCUSS -> discussed();
            case PENDING -> pending();
        };
    }

    private String rejected() {
        List<String> failed =
                names(gate -> gate.state() == GateState.FAILED && gate.gate().onFail() == Gate.OnFail.REJECT);
        return failed.isEmpty()
                ? "Reject: the total is below " + failBelow() + whateverComes() + "."
                : "Reject, whatever the total: " + listed(failed) + " failed.";
    }

    private String discussed() {
        List<String> open = names(gate -> gate.state() == GateState.PENDING);
        if (!open.isEmpty()) {
            return "Discuss: all evidence is in, and only the panel can settle " + listed(open) + ".";
        }
        if (decision.band() == Band.DISCUSS) {
            return "Discuss: the total is at least " + failBelow() + " and below " + strongAt() + whateverComes() + ".";
        }
        List<String> capping = names(gate -> gate.state() != GateState.PASSED);
        return "Discuss: the total is at least " + strongAt() + whateverComes() + ", but " + listed(capping)
                + " did not pass.";
    }

    private String pending() {
        if (decision.total() == null) {
            return "Pending: everything is waived, so there is nothing to decide on.";
        }
        List<String> open = names(gate -> gate.state() == GateState.PENDING);
        String total = decision.band() == null ? "it is not certain yet in which band the total will lie" : "";
        String gatesOpen = open.isEmpty() ? "" : listed(open) + (open.size() == 1 ? " is" : " are") + " open";
        return "Pending: "
                + Stream.of(total, gatesOpen).filter(part -> !part.isEmpty()).collect(Collectors.joining(", and "))
                + ".";
    }

    private String total() {
        Interval total = decision.total();
        if (total == null) {
            return "There is no total, because all criteria are waived.";
        }
        return decision.complete()
                ? "The total is " + total.low().toDisplay() + "."
                : "The total will be from " + total.low().toDisplay() + " to "
                        + total.high().toDisplay() + ".";
    }

    private static Stream<String> share(ExplainedNode node) {
        ExplainedNode.Standing standing = node.standing();
        return standing == null
                ? Stream.empty()
                : Stream.of(node.criterion().name() + " " + Shown.score(standing.score()) + ", weighing "
                        + standing.effectiveWeight().toDisplay() + "% of the total, brings "
                        + Shown.score(standing.contribution()) + ".");
    }

    private static Stream<String> owed(ExplainedNode node) {
        if (node.standing() == null || node.standing().complete() || node.evidence() == null) {
            return Stream.empty();
        }
        String name = node.criterion().name();
        return Stream.of(
                switch (node.evidence()) {
                    case LeafEvidence.Section(String _, SectionResult result) ->
                        result == null
                                ? name + ": the section's result is still to come."
                                : name + ": " + result.pending() + " of " + result.possible()
                                        + " points are still to be scored.";
                    case LeafEvidence.Question question -> owed(name, question);
                });
    }

    private static String owed(String name, LeafEvidence.Question question) {
        String from = question.owedBy().isEmpty() ? "." : ", from " + String.join(", ", question.owedBy()) + ".";
        return name + ": " + question.owed() + (question.owed() == 1 ? " rating is" : " ratings are") + " still to come"
                + from;
    }

    private String whateverComes() {
        return decision.complete() ? "" : " whatever is still to come";
    }

    private String strongAt() {
        return Shown.threshold(rubric.bands().strongAt().toRational());
    }

    private String failBelow() {
        return Shown.threshold(rubric.bands().failBelow().toRational());
    }

    private List<String> names(Predicate<ExplainedGate> wanted) {
        return gates.stream().filter(wanted).map(gate -> gate.gate().id()).toList();
    }

    private static String listed(List<String> gates) {
        return (gates.size() == 1 ? "the gate " : "the gates ") + String.join(", ", gates);
    }
}
