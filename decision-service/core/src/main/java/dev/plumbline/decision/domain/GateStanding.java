package dev.plumbline.decision.domain;

import java.util.List;

/**
 * Where a gate stands, and whether it waits for nothing but the panel.
 *
 * @param isForThePanel whether it is pending and only the panel can settle it: a tied attestation that has its minimum,
 *     or a red flag that is raised (decision semantics, section 6, rule 5)
 */
record GateStanding(Gate gate, GateState state, boolean isForThePanel) {

    boolean isPending() {
        return state == GateState.PENDING;
    }

    boolean isRejecting() {
        return state == GateState.FAILED && gate.onFail() == Gate.OnFail.REJECT;
    }

    static GateStanding of(CompiledGate gate, ScoredTree tree, Evidence evidence) {
        return switch (gate) {
            case CompiledGate.MinScore score -> settled(score, minScore(score, tree));
            case CompiledGate.MinRight right -> settled(right, minRight(right, tree, evidence));
            case CompiledGate.NoRedFlags flags -> noRedFlags(flags.gate(), tree, evidence);
            case CompiledGate.Attestation attestation -> attestation(attestation.gate(), evidence);
            case CompiledGate.Screening screening -> settled(screening, screening(screening.gate(), evidence));
        };
    }

    private static GateStanding settled(CompiledGate gate, GateState state) {
        return new GateStanding(gate.gate(), state, false);
    }

    private static GateState minScore(CompiledGate.MinScore gate, ScoredTree tree) {
        boolean isPending = false;
        boolean isWaived = true;
        for (int node : gate.nodes()) {
            if (tree.isWaived(node)) {
                continue;
            }
            isWaived = false;
            Interval score = tree.interval(node);
            if (!gate.isReachedBy(score.high())) {
                return GateState.FAILED;
            }
            isPending |= !gate.isReachedBy(score.low());
        }
        if (isPending) {
            return GateState.PENDING;
        }
        return isWaived ? GateState.WAIVED : GateState.PASSED;
    }

    private static GateState minRight(CompiledGate.MinRight gate, ScoredTree tree, Evidence evidence) {
        long right = 0;
        long total = 0;
        long pending = 0;
        boolean isWaived = true;
        boolean isUnknown = false;
        for (int i = 0; i < gate.leaves().length; i++) {
            if (tree.isWaived(gate.leaves()[i])) {
                continue;
            }
            isWaived = false;
            SectionResult result = evidence.section(gate.gate().sections().get(i));
            QuestionCount questions = result == null ? null : result.questions();
            if (questions == null) {
                isUnknown = true;
                continue;
            }
            right += questions.right();
            total += questions.total();
            pending += questions.pending();
        }
        if (isWaived) {
            return GateState.WAIVED;
        }
        return isUnknown ? GateState.PENDING : share(right, pending, total, gate.atLeast());
    }

    private static GateState share(long right, long pending, long total, Rational atLeast) {
        if (Rational.of(right * 100, total).isAtLeast(atLeast)) {
            return GateState.PASSED;
        }
        return Rational.of((right + pending) * 100, total).isAtLeast(atLeast) ? GateState.PENDING : GateState.FAILED;
    }

    private static GateStanding noRedFlags(Gate.NoRedFlags gate, ScoredTree tree, Evidence evidence) {
        boolean isRaised = false;
        for (RedFlag flag : evidence.redFlags()) {
            if (!gate.counts(flag.category())) {
                continue;
            }
            switch (flag.state()) {
                case CONFIRMED -> {
                    return new GateStanding(gate, GateState.FAILED, false);
                }
                case RAISED -> isRaised = true;
                case DISMISSED -> {}
            }
        }
        boolean isAllIn = tree.isWaived(ScoredTree.ROOT) || tree.isComplete(ScoredTree.ROOT);
        return new GateStanding(gate, isRaised || !isAllIn ? GateState.PENDING : GateState.PASSED, isRaised);
    }

    private static GateStanding attestation(Gate.Attestation gate, Evidence evidence) {
        List<Attestation> given = evidence.attestationsOf(gate.id());
        long met = given.stream().filter(Attestation::met).count();
        long notMet = given.size() - met;
        if (given.size() < gate.minAttestations()) {
            return new GateStanding(gate, GateState.PENDING, false);
        }
        if (met == notMet) {
            return new GateStanding(gate, GateState.PENDING, true);
        }
        return new GateStanding(gate, met > notMet ? GateState.PASSED : GateState.FAILED, false);
    }

    private static GateState screening(Gate.Screening gate, Evidence evidence) {
        boolean isUnknown = false;
        for (String criterion : gate.criteria()) {
            Boolean met = evidence.screeningOf(criterion);
            if (met == null) {
                isUnknown = true;
            } else if (!met) {
                return GateState.FAILED;
            }
        }
        return isUnknown ? GateState.PENDING : GateState.PASSED;
    }
}
