package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Attestation;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.FlagState;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.RedFlag;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.domain.ScreeningAnswer;
import dev.plumbline.decision.domain.counterfactual.Lever.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The levers of gates that look at no score: red flags, attestations, answers of the screening. */
final class GateLevers {
    /** A flag's states from the one that is worst for the application to the best. */
    private static final List<FlagState> WORST_FIRST =
            List.of(FlagState.CONFIRMED, FlagState.RAISED, FlagState.DISMISSED);

    private static final Values NO_OR_YES = new Values(0, 1, 1);

    private final Rubric rubric;
    private final Evidence evidence;
    private final List<Lever> levers = new ArrayList<>();

    GateLevers(Rubric rubric, Evidence evidence) {
        this.rubric = rubric;
        this.evidence = evidence;
    }

    List<Lever> all() {
        evidence.redFlags().forEach(this::addFlag);
        Set<String> criteria = new LinkedHashSet<>();
        for (Gate gate : rubric.gates()) {
            switch (gate) {
                case Gate.Attestation attestation -> addAttestations(attestation);
                case Gate.Screening screening -> criteria.addAll(screening.criteria());
                case Gate.MinScore _, Gate.MinRight _, Gate.NoRedFlags _ -> {}
            }
        }
        criteria.forEach(this::addAnswer);
        return levers;
    }

    private void addFlag(RedFlag flag) {
        Set<String> gates = new HashSet<>();
        for (Gate gate : rubric.gates()) {
            if (gate instanceof Gate.NoRedFlags flags && flags.counts(flag.category())) {
                gates.add(Lever.GATE + gate.id());
            }
        }
        if (!gates.isEmpty()) {
            levers.add(new Lever(
                    gates,
                    "flag " + flag.id(),
                    false,
                    new Values(0, 1, WORST_FIRST.size() - 1L),
                    2L * WORST_FIRST.indexOf(flag.state()),
                    WORST_FIRST.size() - 1L,
                    state -> new Step.FlagChanged(flag.id(), flag.state(), WORST_FIRST.get((int) state))));
        }
    }

    private void addAttestations(Gate.Attestation gate) {
        Set<String> touches = Set.of(Lever.GATE + gate.id());
        for (Attestation given : evidence.attestations()) {
            if (given.gate().equals(gate.id())) {
                levers.add(new Lever(
                        touches,
                        "attested " + given.met() + " " + gate.id(),
                        false,
                        NO_OR_YES,
                        given.met() ? 2 : 0,
                        1,
                        met -> new Step.AttestationFlipped(gate.id(), given.rater(), met == 1)));
            }
        }
        Lever another = new Lever(
                touches,
                "attestation to come " + gate.id(),
                true,
                NO_OR_YES,
                1,
                1,
                met -> new Step.AttestationGiven(gate.id(), met == 1));
        levers.add(another);
        levers.add(another);
    }

    private void addAnswer(String criterion) {
        Map<String, Boolean> known = new HashMap<>();
        for (ScreeningAnswer answer : evidence.screening()) {
            if (answer.met() != null) {
                known.put(answer.criterion(), answer.met());
            }
        }
        Set<String> gates = new HashSet<>();
        for (Gate gate : rubric.gates()) {
            if (gate instanceof Gate.Screening screening && screening.criteria().contains(criterion)) {
                gates.add(Lever.GATE + gate.id());
            }
        }
        Boolean met = known.get(criterion);
        levers.add(
                met == null
                        ? new Lever(
                                gates,
                                "answer to come " + criterion,
                                true,
                                NO_OR_YES,
                                1,
                                1,
                                answer -> new Step.AnswerGiven(criterion, answer == 1))
                        : new Lever(
                                gates,
                                "answer " + criterion,
                                false,
                                NO_OR_YES,
                                met ? 2 : 0,
                                1,
                                answer -> new Step.AnswerFlipped(criterion, answer == 1)));
    }
}
