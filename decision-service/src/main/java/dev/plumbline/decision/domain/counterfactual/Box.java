package dev.plumbline.decision.domain.counterfactual;

import java.util.List;

/** The points of whole numbers from {@code left} to {@code right} and from {@code bottom} to {@code top}. */
record Box(long left, long right, long bottom, long top) {

    /** What it is bounded by. */
    List<HalfPlane> sides() {
        return List.of(
                HalfPlane.of(1, 0, left),
                HalfPlane.of(-1, 0, -right),
                HalfPlane.of(0, 1, bottom),
                HalfPlane.of(0, -1, -top));
    }
}
