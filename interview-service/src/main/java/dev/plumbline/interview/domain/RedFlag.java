package dev.plumbline.interview.domain;

import java.util.UUID;

/**
 * Something said or done in an application that should end it whatever the scores, if a second person confirms it.
 *
 * @param id its identity
 * @param applicationId whose application it is about
 * @param category what it is about
 * @param state where it stands
 * @param raisedBy who said so
 * @param revision at least 1, one more with each change of state
 */
public record RedFlag(
        UUID id, UUID applicationId, RedFlagCategory category, RedFlagState state, String raisedBy, int revision) {

    /** What comes of an attempt to change a flag's state. */
    public sealed interface Outcome {
        /** It was changed. */
        record Changed(RedFlag flag) implements Outcome {}

        /** The person raised it and so cannot rule on it: two people see what one alone might imagine. */
        record OwnFlag() implements Outcome {}

        /** Its state does not allow this. */
        record WrongState(RedFlagState state) implements Outcome {}
    }

    /** A new one. */
    public static RedFlag raised(UUID id, UUID applicationId, RedFlagCategory category, String by) {
        return new RedFlag(id, applicationId, category, RedFlagState.RAISED, by, 1);
    }

    /**
     * Moves it to another state: a raised one is confirmed or dismissed, a ruled one is opened again to be ruled anew.
     *
     * @param next the new state
     * @param by who rules
     */
    public Outcome move(RedFlagState next, String by) {
        if (by.equals(raisedBy)) {
            return new Outcome.OwnFlag();
        }
        boolean allowed = switch (next) {
            case CONFIRMED, DISMISSED -> state == RedFlagState.RAISED;
            case RAISED -> state != RedFlagState.RAISED;
        };
        if (!allowed) {
            return new Outcome.WrongState(state);
        }
        return new Outcome.Changed(new RedFlag(id, applicationId, category, next, raisedBy, revision + 1));
    }
}
