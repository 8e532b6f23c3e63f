package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Decision;
import java.util.function.Predicate;

/**
 * Where one thing comes out otherwise, as two levers move.
 *
 * @param reached the points where it is so
 * @param isSo asks a decision of such a point for it
 */
record Turn(HalfPlane reached, Predicate<Decision> isSo) {}
