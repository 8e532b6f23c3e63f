package dev.plumbline.interview.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A talk of some panel members with one candidate.
 *
 * @param id its identity, and what its calendar UID is made from
 * @param applicationId whose application it is about
 * @param plan when, who and what
 * @param status whether it still counts for panels
 * @param version 1 at first, one more with each change; the entity tag, and the calendar SEQUENCE plus one
 * @param changedAt when it got this version
 */
public record Interview(
        UUID id, UUID applicationId, Plan plan, InterviewStatus status, int version, Instant changedAt) {

    public Interview {
        if (version < 1) {
            throw new IllegalArgumentException("Versions begin at 1, not at " + version);
        }
    }

    /** A new one. */
    public static Interview scheduled(UUID id, UUID applicationId, Plan plan, Instant at) {
        return new Interview(id, applicationId, plan, InterviewStatus.SCHEDULED, 1, at);
    }

    /** The next version, with another plan. */
    public Interview replanned(Plan next, Instant at) {
        return new Interview(id, applicationId, next, requireScheduled(), version + 1, at);
    }

    /** The next version, called off. */
    public Interview cancelled(Instant at) {
        requireScheduled();
        return new Interview(id, applicationId, plan, InterviewStatus.CANCELLED, version + 1, at);
    }

    /** Whether it was called off. */
    public boolean isCancelled() {
        return status == InterviewStatus.CANCELLED;
    }

    /** Whether this person is on the panel. */
    public boolean seats(String person) {
        return plan.panel().contains(person);
    }

    /** Whether this question is asked. */
    public boolean asks(String question) {
        return plan.questions().contains(question);
    }

    private InterviewStatus requireScheduled() {
        if (isCancelled()) {
            throw new IllegalStateException("A cancelled interview does not change: " + id);
        }
        return status;
    }
}
