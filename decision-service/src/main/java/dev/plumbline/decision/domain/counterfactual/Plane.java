package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.counterfactual.Trials.Outcome;

/** All that two levers can come to together: a point for each value of the one and each value of the other. */
record Plane(Lever one, Lever other, Evidence evidence, Trials trials) {

    Outcome at(long i, long j) {
        return trials.at(other, j, one.step(i).in(evidence));
    }
}
