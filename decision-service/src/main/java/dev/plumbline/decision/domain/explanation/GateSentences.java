package dev.plumbline.decision.domain.explanation;

import dev.plumbline.decision.domain.GateState;
import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.domain.Rational;
import dev.plumbline.decision.domain.Threshold;
import java.util.ArrayList;
import java.util.List;

/** Says where a gate stands, one sentence for each of its figures. */
final class GateSentences {
    private GateSentences() {}

    static List<String> of(ExplainedGate gate) {
        List<String> sentences = new ArrayList<>();
        for (GateFigure figure : gate.figures()) {
            sentences.add(
                    switch (figure) {
                        case GateFigure.Score score -> score(score);
                        case GateFigure.Right right -> right(right, gate.state());
                        case GateFigure.Flags flags -> flags(flags);
                        case GateFigure.Attestations given ->
                            attestations(gate.gate().id(), given, gate.state());
                        case GateFigure.Answer answer -> answer(answer);
                    });
        }
        return sentences;
    }

    private static String score(GateFigure.Score figure) {
        Interval score = figure.score();
        if (score == null) {
            return figure.name() + " is waived.";
        }
        return figure.name() + " " + Shown.score(score) + nearness(figure, score) + " of " + needed(figure) + " needed"
                + word(figure.state()) + ".";
    }

    /** Where the score is shown like the threshold and yet is on the other side of it. */
    private static String nearness(GateFigure.Score figure, Interval score) {
        Rational judged = figure.state() == GateState.PASSED ? score.low() : score.high();
        if (figure.state() == GateState.PENDING || !judged.toDisplay().equals(Shown.threshold(figure.needed()))) {
            return "";
        }
        int side = judged.compareTo(figure.needed());
        return side == 0 ? "" : side > 0 ? " (a little more)" : " (a little less)";
    }

    private static String needed(GateFigure.Score figure) {
        String percent = Shown.threshold(figure.needed());
        return switch (figure.threshold()) {
            case Threshold.AtLeast _ -> "at least " + percent;
            case Threshold.MoreThan _ -> "more than " + percent;
            case Threshold.AtLeastRating rated -> "at least " + percent + " (a mean rating of " + rated.rating() + ")";
        };
    }

    private static String right(GateFigure.Right figure, GateState state) {
        if (state == GateState.WAIVED) {
            return "Questions right: " + String.join(", ", figure.waived()) + " are waived.";
        }
        String needed = "at least " + Shown.threshold(figure.needed()) + "% needed";
        if (!figure.unknown().isEmpty()) {
            return "Questions right: not known yet of " + String.join(", ", figure.unknown()) + ", " + needed + ".";
        }
        String share = Rational.of(figure.right() * 100, figure.total()).toDisplay();
        String open = figure.pending() == 0 ? "" : ", " + figure.pending() + " not judged yet";
        return "Questions right: " + figure.right() + " of " + figure.total() + " (" + share + "%)" + open + ", "
                + needed + word(state) + ".";
    }

    private static String flags(GateFigure.Flags figure) {
        if (!figure.confirmed().isEmpty()) {
            return "Red flags: " + figure.confirmed().size() + " confirmed.";
        }
        if (!figure.raised().isEmpty()) {
            return "Red flags: " + figure.raised().size() + " raised and not ruled on yet.";
        }
        return figure.evidenceIsComplete()
                ? "Red flags: none."
                : "Red flags: none so far, but evidence is still to come.";
    }

    private static String attestations(String gate, GateFigure.Attestations figure, GateState state) {
        int given = figure.met() + figure.notMet();
        String said = gate + ": " + figure.met() + " said met and " + figure.notMet() + " not met";
        if (given < figure.needed()) {
            return said + ", " + (figure.needed() - given) + " more needed.";
        }
        return said + (state == GateState.PENDING ? ", a tie that the panel has to settle." : word(state) + ".");
    }

    private static String answer(GateFigure.Answer figure) {
        Boolean met = figure.met();
        if (met == null) {
            return "Screening: it is not known yet whether " + figure.criterion() + " is met.";
        }
        return "Screening: " + figure.criterion() + (met ? " is met." : " is not met.");
    }

    private static String word(GateState state) {
        return switch (state) {
            case PASSED -> ": passed";
            case FAILED -> ": failed";
            case PENDING -> ": open";
            case WAIVED -> ": waived";
        };
    }
}
