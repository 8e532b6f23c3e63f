package dev.plumbline.decision.domain;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** The scores of {@link NaiveDecision}: recursion over the tree, big fractions, a look through whole lists each time. */
final class NaiveTree {

    /** A node's final or possible score; {@code null} ends where it is waived. */
    record Score(@Nullable BigFraction low, @Nullable BigFraction high, boolean complete) {

        boolean isWaived() {
            return low == null;
        }

        BigFraction lowest() {
            return Objects.requireNonNull(low);
        }

        BigFraction highest() {
            return Objects.requireNonNull(high);
        }
    }

    static final BigFraction HUNDRED = BigFraction.of(100);
    private static final Score WAIVED = new Score(null, null, true);

    final Map<String, Score> nodes = new TreeMap<>();
    final Score root;

    private final Rubric rubric;
    private final Evidence evidence;

    NaiveTree(Rubric rubric, Evidence evidence) {
        this.rubric = rubric;
        this.evidence = evidence;
        root = score(rubric.criteria(), false);
    }

    static BigFraction fraction(Figure figure) {
        return BigFraction.of(BigInteger.valueOf(figure.tenThousandths()), BigInteger.valueOf(10_000));
    }

    private Score score(Criterion criterion, boolean isAboveWaived) {
        boolean isWaived = isAboveWaived
                || evidence.waivers().stream().anyMatch(waiver -> waiver.node().equals(criterion.id()));
        Score score;
        if (criterion instanceof Criterion.Inner inner) {
            score = mean(inner, isWaived);
        } else {
            Criterion.Leaf leaf = (Criterion.Leaf) criterion;
            score = isWaived ? WAIVED : leaf(leaf.source());
        }
        nodes.put(criterion.id(), score);
        return score;
    }

    private Score mean(Criterion.Inner inner, boolean isWaived) {
        BigFraction weights = BigFraction.ZERO;
        BigFraction low = BigFraction.ZERO;
        BigFraction high = BigFraction.ZERO;
        boolean complete = true;
        for (Criterion.Part part : inner.parts()) {
            Score child = score(part.criterion(), isWaived);
            if (!child.isWaived()) {
                BigFraction weight = fraction(part.weight());
                weights = weights.add(weight);
                low = low.add(child.lowest().multiply(weight));
                high = high.add(child.highest().multiply(weight));
                complete = complete && child.complete();
            }
        }
        return weights.equals(BigFraction.ZERO)
                ? WAIVED
                : new Score(low.divide(weights), high.divide(weights), complete);
    }

    private Score leaf(EvidenceSource source) {
        if (source instanceof EvidenceSource.AssessmentSection section) {
            return evidence.sections().stream()
                    .filter(result -> result.section().equals(section.section()))
                    .map(NaiveTree::section)
                    .findFirst()
                    .orElse(new Score(BigFraction.ZERO, HUNDRED, false));
        }
        return question((EvidenceSource.InterviewQuestion) source);
    }

    private static Score section(SectionResult result) {
        BigFraction possible = fraction(result.possible());
        BigFraction earned = fraction(result.earned());
        BigFraction pending = fraction(result.pending());
        return new Score(
                earned.divide(possible).multiply(HUNDRED),
                earned.add(pending).divide(possible).multiply(HUNDRED),
                pending.equals(BigFraction.ZERO));
    }

    /** How many ratings of a question are still to come. */
    static int outstanding(EvidenceSource.InterviewQuestion asked, Evidence evidence) {
        List<Rating> answers = evidence.ratings().stream()
                .filter(rating -> rating.question().equals(asked.question()))
                .toList();
        long given = answers.stream().filter(answer -> answer.rating() != null).count();
        long owed = evidence.panel().stream()
                .filter(row -> row.question().equals(asked.question()))
                .flatMap(row -> row.raters().stream())
                .distinct()
                .filter(member ->
                        answers.stream().noneMatch(answer -> answer.rater().equals(member)))
                .count();
        return (int) Math.max(Math.max(owed, asked.minRaters() - given), 0);
    }

    private Score question(EvidenceSource.InterviewQuestion asked) {
        List<BigFraction> given = evidence.ratings().stream()
                .filter(rating -> rating.question().equals(asked.question()) && rating.rating() != null)
                .map(rating -> fraction(Objects.requireNonNull(rating.rating())))
                .toList();
        int outstanding = outstanding(asked, evidence);
        BigFraction sum = given.stream().reduce(BigFraction.ZERO, BigFraction::add);
        BigFraction low = sum.add(fraction(rubric.ratingScale().min()).multiply(outstanding));
        BigFraction high = sum.add(fraction(rubric.ratingScale().max()).multiply(outstanding));
        int all = given.size() + outstanding;
        return new Score(percent(low.divide(all)), percent(high.divide(all)), outstanding == 0);
    }

    BigFraction percent(BigFraction rating) {
        BigFraction min = fraction(rubric.ratingScale().min());
        BigFraction max = fraction(rubric.ratingScale().max());
        return rubric.ratingScale().mapping() == RatingScale.Mapping.PROPORTIONAL
                ? rating.divide(max).multiply(HUNDRED)
                : rating.subtract(min).divide(max.subtract(min)).multiply(HUNDRED);
    }
}
