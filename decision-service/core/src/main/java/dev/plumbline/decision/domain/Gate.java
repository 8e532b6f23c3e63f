package dev.plumbline.decision.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A condition beside the total: whatever the total, a failed gate rejects or caps (decision semantics, section 5). */
public sealed interface Gate {

    /** Unique among the rubric's gates. */
    String id();

    OnFail onFail();

    /** What a failed gate does to the recommendation. */
    enum OnFail {
        /** It rejects; the default. */
        REJECT,
        /** It caps the recommendation at a discussion. */
        DISCUSS
    }

    /** Each of the nodes reaches a score; at least one node, none twice. */
    record MinScore(String id, OnFail onFail, List<String> nodes, Threshold threshold) implements Gate {

        /** @throws IllegalArgumentException if the id is blank or the nodes are none, blank or not distinct */
        public MinScore {
            Ids.require(id, "gate");
            nodes = Ids.requireDistinct(nodes, "nodes");
        }
    }

    /**
     * A share of the questions of some sections is right, whatever points they carry; at least one section, none twice.
     *
     * @param atLeast the share in percent, 0 to 100
     */
    record MinRight(String id, OnFail onFail, List<String> sections, Figure atLeast) implements Gate {

        /** @throws IllegalArgumentException if the id or sections are as they may not be, or the share is not in 0-100 */
        public MinRight {
            Ids.require(id, "gate");
            sections = Ids.requireDistinct(sections, "sections");
            if (!atLeast.isPercentage()) {
                throw new IllegalArgumentException("a threshold is within 0 to 100");
            }
        }
    }

    /**
     * No red flag is confirmed, and none is open.
     *
     * @param categories the categories that count; empty for all of them
     */
    record NoRedFlags(String id, OnFail onFail, Set<FlagCategory> categories) implements Gate {

        /** @throws IllegalArgumentException if the id is blank */
        public NoRedFlags {
            Ids.require(id, "gate");
            categories = Set.copyOf(categories);
        }

        /** Whether flags of this category count. */
        public boolean counts(FlagCategory category) {
            return categories.isEmpty() || categories.contains(category);
        }

        /** The categories in the order of their declaration, so that what is written is always the same. */
        public List<FlagCategory> orderedCategories() {
            return categories.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(categories));
        }
    }

    /**
     * The majority of raters says that a baseline is met.
     *
     * @param minAttestations how many must have said so or not, 1 or more
     */
    record Attestation(String id, OnFail onFail, int minAttestations) implements Gate {

        /** What holds where a rubric names no {@code minAttestations}. */
        public static final int DEFAULT_MIN_ATTESTATIONS = 1;

        /** @throws IllegalArgumentException if the id is blank or fewer than one attestation is asked for */
        public Attestation {
            Ids.require(id, "gate");
            if (minAttestations < 1) {
                throw new IllegalArgumentException("minAttestations is at least 1");
            }
        }
    }

    /** Every named criterion of the screening is met; at least one, none twice. */
    record Screening(String id, OnFail onFail, List<String> criteria) implements Gate {

        /** @throws IllegalArgumentException if the id is blank or the criteria are none, blank or not distinct */
        public Screening {
            Ids.require(id, "gate");
            criteria = Ids.requireDistinct(criteria, "criteria");
        }
    }
}
