package dev.plumbline.decision.domain;

import java.util.List;

/** A node of a rubric's tree of criteria: weighted parts, or a leaf with the source of its score. */
public sealed interface Criterion {

    /** Unique within the rubric. */
    String id();

    /** What people read. */
    String name();

    /** Whether the checklist names it; of no effect on the outcome, gates are. */
    boolean mustHave();

    /** A criterion made of weighted parts. */
    record Inner(String id, String name, boolean mustHave, List<Part> parts) implements Criterion {

        /** @throws IllegalArgumentException if the id is blank or the weights do not sum to exactly 100 */
        public Inner {
            Ids.require(id, "criterion");
            parts = List.copyOf(parts);
            long sum = parts.stream()
                    .mapToLong(part -> part.weight().tenThousandths())
                    .sum();
            if (sum != Figure.HUNDRED.tenThousandths()) {
                throw new IllegalArgumentException("the weights of a criterion's parts sum to exactly 100");
            }
        }
    }

    /** A criterion that is scored by one source of evidence. */
    record Leaf(String id, String name, boolean mustHave, EvidenceSource source) implements Criterion {

        /** @throws IllegalArgumentException if the id is blank */
        public Leaf {
            Ids.require(id, "criterion");
        }
    }

    /**
     * A part of a criterion.
     *
     * @param weight its share in percent, above 0
     */
    record Part(Figure weight, Criterion criterion) {

        /** @throws IllegalArgumentException if the weight is not above 0 */
        public Part {
            if (!weight.isPositive()) {
                throw new IllegalArgumentException("a weight is above 0");
            }
        }
    }
}
