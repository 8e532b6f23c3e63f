package dev.plumbline.decision.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Every node's interval under one application's evidence (decision semantics, section 4), computed from the leaves up.
 */
final class ScoredTree {

    static final int ROOT = 0;

    private final CompiledRubric rubric;
    private final boolean[] waived;
    private final boolean[] complete;
    private final Interval[] intervals;
    private final long[] weights;

    ScoredTree(CompiledRubric rubric, Evidence evidence) {
        this.rubric = rubric;
        int size = rubric.nodes().size();
        waived = new boolean[size];
        complete = new boolean[size];
        intervals = new Interval[size];
        weights = new long[size];
        Arrays.fill(complete, true);
        Arrays.fill(intervals, new Interval(Rational.ZERO, Rational.ZERO));
        takeOut(evidence.waivers());
        score(evidence);
    }

    private void takeOut(List<Waiver> waivers) {
        if (waivers.isEmpty()) {
            return;
        }
        for (Waiver waiver : waivers) {
            Integer node = rubric.indexOf(waiver.node());
            if (node != null) {
                waived[node] = true;
            }
        }
        for (int i = 1; i < waived.length; i++) {
            waived[i] |= waived[rubric.nodes().get(i).parent()];
        }
    }

    private void score(Evidence evidence) {
        for (int i = waived.length - 1; i >= 0; i--) {
            if (waived[i]) {
                continue;
            }
            switch (rubric.nodes().get(i).criterion()) {
                case Criterion.Leaf leaf -> scoreLeaf(i, leaf.source(), evidence);
                case Criterion.Inner _ -> scoreInner(i);
            }
            if (i != ROOT && !waived[i]) {
                addToParent(i);
            }
        }
    }

    private void scoreLeaf(int node, EvidenceSource source, Evidence evidence) {
        switch (source) {
            case EvidenceSource.AssessmentSection assessed -> {
                SectionResult result = evidence.section(assessed.section());
                intervals[node] = result == null ? Interval.UNKNOWN : result.interval();
                complete[node] = result != null && result.isComplete();
            }
            case EvidenceSource.InterviewQuestion asked -> {
                QuestionTally tally =
                        QuestionTally.of(asked, evidence, rubric.rubric().ratingScale());
                intervals[node] = tally.interval(rubric.rubric().ratingScale());
                complete[node] = tally.outstanding() == 0;
            }
        }
    }

    /** All children have been added by now: they come after their parent. */
    private void scoreInner(int node) {
        if (weights[node] == 0) {
            waived[node] = true;
            return;
        }
        Interval sum = intervals[node];
        Rational low = sum.low().dividedBy(weights[node]);
        intervals[node] = new Interval(low, isPoint(sum) ? low : sum.high().dividedBy(weights[node]));
    }

    private void addToParent(int node) {
        int parent = rubric.nodes().get(node).parent();
        long weight = rubric.nodes().get(node).weight();
        Interval score = intervals[node];
        Interval sum = intervals[parent];
        Rational low = sum.low().plus(score.low().times(weight));
        boolean isPoint = isPoint(sum) && isPoint(score);
        intervals[parent] =
                new Interval(low, isPoint ? low : sum.high().plus(score.high().times(weight)));
        weights[parent] += weight;
        complete[parent] &= complete[node];
    }

    /** Whether both ends are one object, as all complete ones are: then half of the arithmetic is saved. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isPoint(Interval interval) {
        return interval.low() == interval.high();
    }

    boolean isWaived(int node) {
        return waived[node];
    }

    boolean isComplete(int node) {
        return complete[node];
    }

    /** Of a node that is not waived. */
    Interval interval(int node) {
        return intervals[node];
    }

    /** Sorted by id. */
    List<NodeScore> toScores() {
        List<NodeScore> scores = new ArrayList<>(waived.length);
        for (int i : rubric.indexesById()) {
            String id = rubric.nodes().get(i).criterion().id();
            scores.add(waived[i] ? new NodeScore.Waived(id) : new NodeScore.Scored(id, intervals[i], complete[i]));
        }
        return scores;
    }
}
