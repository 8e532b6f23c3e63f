package dev.plumbline.decision.domain;

import java.util.List;

/**
 * What a fact is about, within one application: facts with the same identity are revisions of each other (decision
 * semantics, section 8).
 */
public sealed interface FactIdentity extends Comparable<FactIdentity> {

    FactKind kind();

    /** What tells identities of one kind apart, in a fixed order; empty where an application has only one. */
    List<String> parts();

    /** By kind, then by parts: the order in which facts are listed, whatever order they arrived in. */
    @Override
    default int compareTo(FactIdentity other) {
        int byKind = kind().compareTo(other.kind());
        for (int i = 0; byKind == 0 && i < parts().size(); i++) {
            int byPart = parts().get(i).compareTo(other.parts().get(i));
            if (byPart != 0) {
                return byPart;
            }
        }
        return byKind;
    }

    /** Submitted, withdrawn, reinstated. */
    record Lifecycle() implements FactIdentity {
        @Override
        public FactKind kind() {
            return FactKind.LIFECYCLE;
        }

        @Override
        public List<String> parts() {
            return List.of();
        }
    }

    /** The screening as a whole. */
    record Screening() implements FactIdentity {
        @Override
        public FactKind kind() {
            return FactKind.SCREENING;
        }

        @Override
        public List<String> parts() {
            return List.of();
        }
    }

    /** A section of the test. */
    record Section(String section) implements FactIdentity {
        @Override
        public FactKind kind() {
            return FactKind.SECTION;
        }

        @Override
        public List<String> parts() {
            return List.of(section);
        }
    }

    /** Who is expected to rate a question. */
    record Panel(String question) implements FactIdentity {
        @Override
        public FactKind kind() {
            return FactKind.PANEL;
        }

        @Override
        public List<String> parts() {
            return List.of(question);
        }
    }

    /** One rater's answer to one question. */
    record Rating(String question, String rater) implements FactIdentity {
        @Override
        public FactKind kind() {
            return FactKind.RATING;
        }

        @Override
        public List<String> parts() {
            return List.of(question, rater);
        }
    }

    /** A red flag. */
    record RedFlag(String id) implements FactIdentity {
        @Override
        public FactKind kind() {
            return FactKind.RED_FLAG;
        }

        @Override
        public List<String> parts() {
            return List.of(id);
        }
    }

    /** One rater's word on a gate's baseline. */
    record Attestation(String gate, String rater) implements FactIdentity {
        @Override
        public FactKind kind() {
            return FactKind.ATTESTATION;
        }

        @Override
        public List<String> parts() {
            return List.of(gate, rater);
        }
    }

    /** A node taken out. */
    record Waiver(String node) implements FactIdentity {
        @Override
        public FactKind kind() {
            return FactKind.WAIVER;
        }

        @Override
        public List<String> parts() {
            return List.of(node);
        }
    }
}
