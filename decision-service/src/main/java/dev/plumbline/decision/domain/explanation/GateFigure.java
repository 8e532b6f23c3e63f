package dev.plumbline.decision.domain.explanation;

import dev.plumbline.decision.domain.Attestation;
import dev.plumbline.decision.domain.GateState;
import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.domain.Rational;
import dev.plumbline.decision.domain.Threshold;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a gate looks at, with what it asks. */
public sealed interface GateFigure {

    /**
     * A node's score against a threshold.
     *
     * @param score null where the node is waived
     * @param needed the threshold in percent, whatever it was given as
     */
    record Score(
            String node, String name, @Nullable Interval score, Threshold threshold, Rational needed, GateState state)
            implements GateFigure {}

    /**
     * The questions that were answered right, over the gate's sections.
     *
     * @param total 0 while no section has told of its questions
     * @param unknown the sections that have not
     * @param waived the sections that are left out
     */
    record Right(long right, long pending, long total, Rational needed, List<String> unknown, List<String> waived)
            implements GateFigure {
        public Right {
            unknown = List.copyOf(unknown);
            waived = List.copyOf(waived);
        }
    }

    /**
     * The red flags that count for the gate, by state.
     *
     * @param evidenceIsComplete whether nothing is outstanding in which one might still show
     */
    record Flags(List<String> raised, List<String> confirmed, List<String> dismissed, boolean evidenceIsComplete)
            implements GateFigure {
        public Flags {
            raised = List.copyOf(raised);
            confirmed = List.copyOf(confirmed);
            dismissed = List.copyOf(dismissed);
        }
    }

    /**
     * What raters said of a baseline.
     *
     * @param given who said what, sorted by rater
     * @param needed how many have to have said something
     */
    record Attestations(List<Attestation> given, int needed) implements GateFigure {
        public Attestations {
            given = List.copyOf(given);
        }

        /** How many said that it is met. */
        public int met() {
            return (int) given.stream().filter(Attestation::met).count();
        }

        /** How many said that it is not met. */
        public int notMet() {
            return given.size() - met();
        }
    }

    /**
     * An answer of the screening.
     *
     * @param met null while it is unknown
     */
    record Answer(String criterion, @Nullable Boolean met) implements GateFigure {}
}
