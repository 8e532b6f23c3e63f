package dev.plumbline.decision.app;

/**
 * What an application's row says of its latest verdict.
 *
 * @param decisionNumber of the decision that the verdict was given on, as it was numbered then
 * @param contentDigest of that decision
 */
public record VerdictMark(long revision, State state, int decisionNumber, String contentDigest) {

    /** Whether the evidence is still that of the verdict. */
    public enum State {
        /** Read back, by a rebuild, before the evidence that it was given on: whether it is stale, its own events say. */
        AWAITED,
        /** The evidence is that of the verdict. */
        STANDING,
        /** The evidence has changed since. */
        STALE
    }

    /** What the mark says once a decision of this content has been stored. */
    VerdictMark after(String decided) {
        return switch (state) {
            case STALE -> this;
            case STANDING -> in(State.STALE);
            // A rebuild has come to the evidence that the verdict was given on: from here on it can become stale.
            case AWAITED -> contentDigest.equals(decided) ? in(State.STANDING) : this;
        };
    }

    VerdictMark in(State next) {
        return new VerdictMark(revision, next, decisionNumber, contentDigest);
    }
}
