package dev.plumbline.job.app;

/** What a caller demands of the state that a change is made to. */
@FunctionalInterface
public interface Precondition {
    /** No demand. */
    Precondition NONE = revision -> {};

    /**
     * Refuses the change by an exception, where the state is another than the caller saw.
     *
     * @param revision of what is about to change, its row locked
     */
    void check(long revision);
}
