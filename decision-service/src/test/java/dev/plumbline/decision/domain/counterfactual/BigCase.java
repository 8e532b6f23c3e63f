package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Bands;
import dev.plumbline.decision.domain.Criterion;
import dev.plumbline.decision.domain.Criterion.Part;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.EvidenceSource;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.Rating;
import dev.plumbline.decision.domain.RatingScale;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.domain.Threshold;
import java.util.ArrayList;
import java.util.List;

/** A rubric as large as there is one, and a very small one. */
final class BigCase {
    private static final int GROUPS = 4;
    private static final int LEAVES = 123;
    private static final RatingScale SCALE =
            new RatingScale(Figure.ONE, Figure.of(5), RatingScale.Mapping.PROPORTIONAL);

    private BigCase() {}

    static Rubric oneSection() {
        Criterion.Leaf leaf = new Criterion.Leaf("s", "s", false, new EvidenceSource.AssessmentSection("s"));
        return new Rubric(
                SCALE,
                new Criterion.Inner("root", "root", false, List.of(new Part(Figure.HUNDRED, leaf))),
                List.of(),
                new Bands(Figure.of(80), Figure.of(60)));
    }

    /** @param isGated whether a hundred gates each ask too much of five questions */
    static Rubric rubric(boolean isGated) {
        List<Part> groups = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            groups.add(new Part(Figure.of(100 / GROUPS), group("g" + i)));
        }
        List<Gate> gates = new ArrayList<>();
        for (int i = 0; isGated && i < 100; i++) {
            int first = i;
            List<String> nodes = new ArrayList<>();
            for (int j = 0; j < 5; j++) {
                int leaf = (first * 5 + j) % (GROUPS * LEAVES);
                nodes.add("g" + leaf / LEAVES + "q" + leaf % LEAVES);
            }
            gates.add(new Gate.MinScore("m" + i, Gate.OnFail.REJECT, nodes, new Threshold.AtLeast(Figure.of(70))));
        }
        return new Rubric(
                SCALE,
                new Criterion.Inner("root", "root", false, groups),
                gates,
                new Bands(Figure.of(80), Figure.of(40)));
    }

    private static Criterion.Inner group(String id) {
        List<Part> parts = new ArrayList<>();
        long each = Figure.HUNDRED.tenThousandths() / LEAVES;
        for (int i = 0; i < LEAVES; i++) {
            long weight = i == 0 ? Figure.HUNDRED.tenThousandths() - each * (LEAVES - 1) : each;
            String leaf = id + "q" + i;
            parts.add(new Part(
                    new Figure(weight),
                    new Criterion.Leaf(leaf, leaf, false, new EvidenceSource.InterviewQuestion(leaf, 1))));
        }
        return new Criterion.Inner(id, id, false, parts);
    }

    /** Two ratings of every question. */
    static Evidence evidence() {
        List<Rating> ratings = new ArrayList<>();
        for (int i = 0; i < GROUPS * LEAVES; i++) {
            String question = "g" + i / LEAVES + "q" + i % LEAVES;
            ratings.add(new Rating(question, "ana", Figure.of(3)));
            ratings.add(new Rating(question, "ben", Figure.of(2)));
        }
        return new Evidence(List.of(), List.of(), ratings, List.of(), List.of(), List.of(), List.of());
    }
}
