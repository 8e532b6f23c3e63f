package dev.plumbline.decision.domain;

/**
 * What came of merging one fact into the others.
 *
 * @param facts the facts now
 */
public record Merged(Facts facts, Outcome outcome) {

    /** What became of the fact. */
    public sealed interface Outcome {

        /** It is the first or the newest of its identity. */
        record Taken() implements Outcome {}

        /** It was known already. */
        record Duplicate() implements Outcome {}

        /** A higher revision was known already. */
        record Outdated() implements Outcome {}

        /**
         * The same identity and revision with other content was known already. Whatever the order of arrival, the content
         * whose digest is smaller stays; the other is to be reported.
         *
         * @param stays the one whose content has the smaller digest
         * @param rejected the other one; it may be the one that had been taken before
         */
        record Conflict(Fact stays, Fact rejected) implements Outcome {}
    }
}
