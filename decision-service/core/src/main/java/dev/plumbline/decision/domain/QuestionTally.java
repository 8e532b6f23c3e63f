package dev.plumbline.decision.domain;

import java.util.List;

/**
 * The ratings of one question (decision semantics, section 4).
 *
 * @param sum of the ratings that count, in ten-thousandths
 * @param given how many ratings count
 * @param outstanding how many are still to come
 */
record QuestionTally(Rational sum, long given, long outstanding) {

    static QuestionTally of(EvidenceSource.InterviewQuestion asked, Evidence evidence, RatingScale scale) {
        List<Rating> answers = evidence.ratingsOf(asked.question());
        Rational sum = Rational.ZERO;
        long given = 0;
        for (Rating answer : answers) {
            Figure rating = answer.rating();
            if (rating != null && scale.contains(rating)) {
                sum = sum.plus(Rational.of(rating.tenThousandths(), 1));
                given++;
            }
        }
        long owed = owedBy(evidence.panelOf(asked.question()), answers, scale);
        return new QuestionTally(sum, given, Math.max(owed, Math.max(asked.minRaters() - given, 0)));
    }

    /** How many of the panel have neither rated nor answered "not applicable". Both lists are sorted by rater. */
    private static long owedBy(List<String> panel, List<Rating> answers, RatingScale scale) {
        long owed = 0;
        int next = 0;
        for (String member : panel) {
            while (next < answers.size() && answers.get(next).rater().compareTo(member) < 0) {
                next++;
            }
            boolean hasAnswered = next < answers.size()
                    && answers.get(next).rater().equals(member)
                    && answers.get(next).isOn(scale);
            owed += hasAnswered ? 0 : 1;
        }
        return owed;
    }

    /** Every rating still to come at the scale's minimum, and at its maximum; some rating is given or to come. */
    Interval interval(RatingScale scale) {
        Rational low = percentWith(scale.min(), scale);
        return new Interval(low, outstanding == 0 ? low : percentWith(scale.max(), scale));
    }

    private Rational percentWith(Figure rest, RatingScale scale) {
        Rational all = sum.plus(Rational.of(rest.tenThousandths(), 1).times(outstanding));
        return scale.toPercent(all.times(Rational.of(1, Figure.UNIT)).dividedBy(given + outstanding));
    }
}
