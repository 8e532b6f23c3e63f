package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Attestation;
import dev.plumbline.decision.domain.Criterion;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.EvidenceSource;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.FlagState;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.Panel;
import dev.plumbline.decision.domain.QuestionCount;
import dev.plumbline.decision.domain.Rating;
import dev.plumbline.decision.domain.RatingScale;
import dev.plumbline.decision.domain.Rational;
import dev.plumbline.decision.domain.RedFlag;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.domain.ScreeningAnswer;
import dev.plumbline.decision.domain.SectionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every value that any piece of evidence could have, with no thought of what could matter. */
final class NaiveAlternatives {
    private static final long ONE = 10_000;

    private final Evidence evidence;
    private final RatingScale scale;
    private final List<Alternative> alternatives = new ArrayList<>();
    private int subjects;

    /**
     * One value of one piece of evidence.
     *
     * @param subject the piece
     * @param kind the same for pieces that do the same
     */
    record Alternative(int subject, String kind, int direction, Rational size, Step step, Consumer<NaiveDraft> edit) {}

    private NaiveAlternatives(Rubric rubric, Evidence evidence) {
        this.evidence = evidence;
        this.scale = rubric.ratingScale();
    }

    static List<Alternative> of(Rubric rubric, Evidence evidence) {
        NaiveAlternatives all = new NaiveAlternatives(rubric, evidence);
        all.leaves(rubric.criteria());
        evidence.redFlags().forEach(all::flag);
        TreeSet<String> criteria = new TreeSet<>();
        for (Gate gate : rubric.gates()) {
            if (gate instanceof Gate.Attestation) {
                all.attestation(gate.id());
            }
            if (gate instanceof Gate.Screening screening) {
                criteria.addAll(screening.criteria());
            }
        }
        criteria.forEach(all::answer);
        return List.copyOf(all.alternatives);
    }

    private void leaves(Criterion criterion) {
        switch (criterion) {
            case Criterion.Inner inner -> inner.parts().forEach(part -> leaves(part.criterion()));
            case Criterion.Leaf(String _, String _, boolean _, EvidenceSource.AssessmentSection section) ->
                section(section.section());
            case Criterion.Leaf(String _, String _, boolean _, EvidenceSource.InterviewQuestion question) ->
                question(question);
        }
    }

    private void add(String kind, int direction, Rational size, Step step, Consumer<NaiveDraft> edit) {
        alternatives.add(new Alternative(subjects, kind, direction, size, step, edit));
    }

    private void section(String id) {
        SectionResult result = Objects.requireNonNull(new NaiveDraft(evidence).sections.get(id));
        long pending = result.pending().tenThousandths();
        long possible = result.possible().tenThousandths();
        long earned = result.earned().tenThousandths();
        subjects++;
        for (long to = 0; to <= possible - pending; to++) {
            long by = to - earned;
            if (by != 0) {
                add(
                        "points " + id,
                        Long.signum(by),
                        Rational.of(Math.abs(by), possible),
                        new Step.PointsChanged(id, result.earned(), new Figure(to), result.possible()),
                        draft -> draft.section(id, by, 0, 0, 0));
            }
        }
        subjects++;
        for (long scored = 0; pending > 0 && scored <= pending; scored++) {
            long more = scored;
            add(
                    "pending " + id,
                    0,
                    Rational.of(Math.abs(2 * more - pending), 2 * pending),
                    new Step.PendingPointsScored(id, result.pending(), new Figure(more)),
                    draft -> draft.section(id, more, pending, 0, 0));
        }
        if (result.questions() != null) {
            questions(id, result.questions());
        }
    }

    private void questions(String id, QuestionCount count) {
        subjects++;
        for (int to = 0; to <= count.total() - count.pending(); to++) {
            int by = to - count.right();
            if (by != 0) {
                add(
                        "right " + id,
                        Integer.signum(by),
                        Rational.of(Math.abs(by), count.total()),
                        new Step.RightChanged(id, count.right(), to, count.total()),
                        draft -> draft.section(id, 0, 0, by, 0));
            }
        }
        subjects++;
        int pending = count.pending();
        for (int judged = 0; pending > 0 && judged <= pending; judged++) {
            int more = judged;
            add(
                    "judged " + id,
                    0,
                    Rational.of(Math.abs(2 * more - pending), 2L * pending),
                    new Step.PendingQuestionsJudged(id, pending, more),
                    draft -> draft.section(id, 0, 0, more, pending));
        }
    }

    private void question(EvidenceSource.InterviewQuestion asked) {
        String id = asked.question();
        long min = scale.min().tenThousandths();
        long max = scale.max().tenThousandths();
        int counting = 0;
        for (Rating rating : evidence.ratings()) {
            if (rating.question().equals(id) && rating.rating() != null) {
                counting++;
                long from = rating.rating().tenThousandths();
                subjects++;
                for (long to = min; to <= max; to++) {
                    if (to != from && (to - from) % ONE == 0) {
                        Rating moved = new Rating(id, rating.rater(), new Figure(to));
                        add(
                                "rating " + id + " " + from,
                                Long.signum(to - from),
                                Rational.of(Math.abs(to - from), max - min),
                                new Step.RatingMoved(id, rating.rater(), rating.rating(), new Figure(to)),
                                draft -> draft.ratings.put(List.of(id, moved.rater()), moved));
                    }
                }
            }
        }
        int owing = 0;
        for (Panel panel : evidence.panel()) {
            for (String rater : panel.raters()) {
                boolean answered = evidence.ratings().stream()
                        .anyMatch(rating ->
                                rating.question().equals(id) && rating.rater().equals(rater));
                if (panel.question().equals(id) && !answered) {
                    owing++;
                    owed(id, rater);
                }
            }
        }
        for (int i = owing + counting; i < asked.minRaters(); i++) {
            owed(id, null);
        }
    }

    private void owed(String question, @Nullable String rater) {
        subjects++;
        long min = scale.min().tenThousandths();
        long max = scale.max().tenThousandths();
        for (long value = min; value <= max; value += ONE) {
            Figure given = new Figure(value);
            add(
                    "owed " + question,
                    0,
                    Rational.of(Math.abs(2 * value - min - max), 2 * (max - min)),
                    new Step.RatingGiven(question, rater, given),
                    draft -> {
                        String who = rater == null ? "stranger" + draft.strangers++ : rater;
                        draft.ratings.put(List.of(question, who), new Rating(question, who, given));
                    });
        }
    }

    private void flag(RedFlag flag) {
        List<FlagState> order = List.of(FlagState.CONFIRMED, FlagState.RAISED, FlagState.DISMISSED);
        subjects++;
        for (FlagState to : order) {
            int by = order.indexOf(to) - order.indexOf(flag.state());
            if (by != 0) {
                add(
                        "flag " + flag.id(),
                        Integer.signum(by),
                        Rational.of(Math.abs(by), 2),
                        new Step.FlagChanged(flag.id(), flag.state(), to),
                        draft -> draft.flags.put(flag.id(), new RedFlag(flag.id(), flag.category(), to)));
            }
        }
    }

    private void attestation(String gate) {
        for (Attestation given : evidence.attestations()) {
            if (given.gate().equals(gate)) {
                subjects++;
                Attestation flipped = new Attestation(gate, given.rater(), !given.met());
                add(
                        "attested " + gate + given.met(),
                        given.met() ? -1 : 1,
                        Rational.ONE,
                        new Step.AttestationFlipped(gate, given.rater(), flipped.met()),
                        draft -> draft.attestations.put(List.of(gate, given.rater()), flipped));
            }
        }
        for (int i = 0; i < 2; i++) {
            subjects++;
            for (boolean met : new boolean[] {false, true}) {
                add("attest " + gate, 0, Rational.of(1, 2), new Step.AttestationGiven(gate, met), draft -> {
                    String who = "stranger" + draft.strangers++;
                    draft.attestations.put(List.of(gate, who), new Attestation(gate, who, met));
                });
            }
        }
    }

    private void answer(String criterion) {
        ScreeningAnswer known = new NaiveDraft(evidence).answers.get(criterion);
        Boolean now = known == null ? null : known.met();
        subjects++;
        for (boolean met : new boolean[] {false, true}) {
            if (now == null || now != met) {
                add(
                        "answer " + criterion,
                        now == null ? 0 : met ? 1 : -1,
                        now == null ? Rational.of(1, 2) : Rational.ONE,
                        now == null ? new Step.AnswerGiven(criterion, met) : new Step.AnswerFlipped(criterion, met),
                        draft -> draft.answers.put(criterion, new ScreeningAnswer(criterion, met)));
            }
        }
    }
}
