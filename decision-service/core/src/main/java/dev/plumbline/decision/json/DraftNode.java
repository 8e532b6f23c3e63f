package dev.plumbline.decision.json;

import dev.plumbline.decision.domain.Criterion;
import dev.plumbline.decision.domain.EvidenceSource;
import dev.plumbline.decision.domain.Figure;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree of criteria as far as it could be read; what is at fault is {@code null}.
 *
 * @param children {@code null} for a leaf, and where they are at fault
 * @param source {@code null} for an inner node, and where it is at fault
 */
record DraftNode(
        @Nullable String id,
        @Nullable String name,
        @Nullable Boolean mustHave,
        @Nullable Figure weight,
        @Nullable List<@Nullable DraftNode> children,
        @Nullable EvidenceSource source,
        Leaves leaves) {

    /** What is known of the leaves at or below a node. */
    enum Leaves {
        ALL_RATED,
        SOME_NOT_RATED,
        UNKNOWN;

        /** What is known of both together. */
        Leaves and(Leaves other) {
            if (this == SOME_NOT_RATED || other == SOME_NOT_RATED) {
                return SOME_NOT_RATED;
            }
            return this == UNKNOWN ? this : other;
        }
    }

    /** The node itself; only where nothing in it or below it is at fault. */
    Criterion toCriterion() {
        return children == null
                ? new Criterion.Leaf(known(id), known(name), known(mustHave), known(source))
                : toInner();
    }

    /** Like {@link #toCriterion}, of the root. */
    Criterion.Inner toInner() {
        List<Criterion.Part> parts = known(children).stream()
                .map(DraftNode::known)
                .map(child -> new Criterion.Part(known(child.weight), child.toCriterion()))
                .toList();
        return new Criterion.Inner(known(id), known(name), known(mustHave), parts);
    }

    private static <T> T known(@Nullable T part) {
        return Objects.requireNonNull(part, "only a draft without faults becomes a criterion");
    }
}
