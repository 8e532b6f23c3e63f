package dev.plumbline.decision.domain;

import dev.plumbline.decision.domain.Criterion.Inner;
import dev.plumbline.decision.domain.Criterion.Leaf;
import dev.plumbline.decision.domain.Criterion.Part;
import dev.plumbline.decision.domain.EvidenceSource.AssessmentSection;
import dev.plumbline.decision.domain.EvidenceSource.InterviewQuestion;
import dev.plumbline.decision.domain.Gate.OnFail;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Small rubrics and evidence, named as the field names them. */
public final class Samples {

    public static final RatingScale ONE_TO_FIVE =
            new RatingScale(Figure.ONE, Figure.of(5), RatingScale.Mapping.PROPORTIONAL);
    public static final Bands EIGHTY_SIXTY = new Bands(Figure.of(80), Figure.of(60));

    private Samples() {}

    public static Figure figure(String value) {
        return Figure.of(new BigDecimal(value));
    }

    public static Leaf section(String id) {
        return new Leaf(id, id, false, new AssessmentSection(id));
    }

    public static Leaf question(String id, int minRaters) {
        return new Leaf(id, id, false, new InterviewQuestion(id, minRaters));
    }

    /** An inner node whose parts weigh what the weights say. */
    public static Inner inner(String id, List<String> weights, Criterion... parts) {
        List<Part> weighted = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            weighted.add(new Part(figure(weights.get(i)), parts[i]));
        }
        return new Inner(id, id, false, weighted);
    }

    /** A rubric on the scale 1 to 5 with the bands 80 and 60. */
    public static Rubric rubric(Inner root, Gate... gates) {
        return new Rubric(ONE_TO_FIVE, root, List.of(gates), EIGHTY_SIXTY);
    }

    /** A rubric of one section only, {@code s}. */
    public static Rubric oneSection(Gate... gates) {
        return rubric(inner("root", List.of("100"), section("s")), gates);
    }

    /** A rubric of one question only, {@code q}. */
    public static Rubric oneQuestion(int minRaters, Gate... gates) {
        return rubric(inner("root", List.of("100"), question("q", minRaters)), gates);
    }

    public static SectionResult result(String section, String earned, String possible, String pending) {
        return new SectionResult(section, figure(earned), figure(possible), figure(pending), null);
    }

    public static SectionResult result(String section, String earned, QuestionCount questions) {
        return new SectionResult(section, figure(earned), Figure.HUNDRED, Figure.ZERO, questions);
    }

    public static Rating rating(String question, String rater, @Nullable String rating) {
        return new Rating(question, rater, rating == null ? null : figure(rating));
    }

    public static Waiver waiver(String node) {
        return new Waiver(node, WaiverReason.ACCOMMODATION);
    }

    public static Gate atLeast(String threshold, String... nodes) {
        return new Gate.MinScore("at-least", OnFail.REJECT, List.of(nodes), new Threshold.AtLeast(figure(threshold)));
    }

    public static Gate moreThan(String threshold, String... nodes) {
        return new Gate.MinScore("more-than", OnFail.REJECT, List.of(nodes), new Threshold.MoreThan(figure(threshold)));
    }

    public static Gate rated(String threshold, String... nodes) {
        return new Gate.MinScore(
                "rated", OnFail.REJECT, List.of(nodes), new Threshold.AtLeastRating(figure(threshold)));
    }

    public static Gate minRight(String threshold, String... sections) {
        return new Gate.MinRight("right", OnFail.REJECT, List.of(sections), figure(threshold));
    }

    public static Gate noRedFlags(FlagCategory... categories) {
        return new Gate.NoRedFlags("flags", OnFail.REJECT, Set.of(categories));
    }

    public static Gate attestation(OnFail onFail, int minAttestations) {
        return new Gate.Attestation("baseline", onFail, minAttestations);
    }

    public static Gate screening(OnFail onFail, String... criteria) {
        return new Gate.Screening("screening", onFail, List.of(criteria));
    }

    /** Evidence of any rows, in any order. */
    public static Evidence evidence(Object... rows) {
        return new Evidence(
                only(SectionResult.class, rows),
                only(Panel.class, rows),
                only(Rating.class, rows),
                only(RedFlag.class, rows),
                only(Attestation.class, rows),
                only(ScreeningAnswer.class, rows),
                only(Waiver.class, rows));
    }

    private static <T> List<T> only(Class<T> type, Object... rows) {
        return List.of(rows).stream().filter(type::isInstance).map(type::cast).toList();
    }
}
