package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Attestation;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.FlagState;
import dev.plumbline.decision.domain.QuestionCount;
import dev.plumbline.decision.domain.Rating;
import dev.plumbline.decision.domain.RedFlag;
import dev.plumbline.decision.domain.ScreeningAnswer;
import dev.plumbline.decision.domain.SectionResult;
import org.jspecify.annotations.Nullable;

/** One piece of evidence that is other than it is, or that has come in. Steps on different things may be taken in any order. */
public sealed interface Step {

    /** The evidence with this step taken. */
    Evidence in(Evidence evidence);

    /** A given rating is so many whole steps of the scale higher or lower. */
    record RatingMoved(String question, String rater, Figure from, Figure to) implements Step {
        @Override
        public Evidence in(Evidence evidence) {
            return Edit.with(evidence, new Rating(question, rater, to));
        }
    }

    /**
     * A rating that is owed comes in.
     *
     * @param rater the member of the panel who owes it; null where more raters are needed than the panel has
     */
    record RatingGiven(String question, @Nullable String rater, Figure to) implements Step {
        @Override
        public Evidence in(Evidence evidence) {
            return Edit.with(evidence, new Rating(question, rater == null ? Edit.somebodyElse(evidence) : rater, to));
        }
    }

    /** A section has earned more or fewer points, in ten-thousandths of a point at the finest. */
    record PointsChanged(String section, Figure from, Figure to, Figure possible) implements Step {
        @Override
        public Evidence in(Evidence evidence) {
            SectionResult known = Edit.section(evidence, section);
            return Edit.with(
                    evidence,
                    Edit.scored(
                            known,
                            Edit.plus(known.earned(), to.tenThousandths() - from.tenThousandths()),
                            known.pending()));
        }
    }

    /** The points of a section that are not scored yet are scored. */
    record PendingPointsScored(String section, Figure pending, Figure earned) implements Step {
        @Override
        public Evidence in(Evidence evidence) {
            SectionResult known = Edit.section(evidence, section);
            return Edit.with(
                    evidence, Edit.scored(known, Edit.plus(known.earned(), earned.tenThousandths()), Figure.ZERO));
        }
    }

    /**
     * The result of a section comes in, all of it scored; nothing is said of how many of its questions are right.
     *
     * @param percent 0 to 100
     */
    record SectionScored(String section, Figure percent) implements Step {
        @Override
        public Evidence in(Evidence evidence) {
            return Edit.with(evidence, new SectionResult(section, percent, Figure.HUNDRED, Figure.ZERO, null));
        }
    }

    /** More or fewer of a section's questions are answered right. */
    record RightChanged(String section, int from, int to, int total) implements Step {
        @Override
        public Evidence in(Evidence evidence) {
            QuestionCount known = Edit.questions(evidence, section);
            return Edit.with(
                    evidence, section, new QuestionCount(known.right() + to - from, known.total(), known.pending()));
        }
    }

    /** The questions of a section that are not judged yet are judged. */
    record PendingQuestionsJudged(String section, int pending, int right) implements Step {
        @Override
        public Evidence in(Evidence evidence) {
            QuestionCount known = Edit.questions(evidence, section);
            return Edit.with(evidence, section, new QuestionCount(known.right() + right, known.total(), 0));
        }
    }

    /** A red flag is ruled on, or the other way, or open again. */
    record FlagChanged(String flag, FlagState from, FlagState to) implements Step {
        @Override
        public Evidence in(Evidence evidence) {
            RedFlag known = Edit.flag(evidence, flag);
            return Edit.with(evidence, new RedFlag(flag, known.category(), to));
        }
    }

    /** A rater has said the opposite of a baseline. */
    record AttestationFlipped(String gate, String rater, boolean to) implements Step {
        @Override
        public Evidence in(Evidence evidence) {
            return Edit.with(evidence, new Attestation(gate, rater, to));
        }
    }

    /** One more person attests. */
    record AttestationGiven(String gate, boolean met) implements Step {
        @Override
        public Evidence in(Evidence evidence) {
            return Edit.with(evidence, new Attestation(gate, Edit.somebodyElse(evidence), met));
        }
    }

    /** The opposite is true of a criterion of the screening. */
    record AnswerFlipped(String criterion, boolean to) implements Step {
        @Override
        public Evidence in(Evidence evidence) {
            return Edit.with(evidence, new ScreeningAnswer(criterion, to));
        }
    }

    /** It becomes known whether a criterion of the screening is met. */
    record AnswerGiven(String criterion, boolean met) implements Step {
        @Override
        public Evidence in(Evidence evidence) {
            return Edit.with(evidence, new ScreeningAnswer(criterion, met));
        }
    }
}
