package dev.plumbline.interview.events;

import dev.plumbline.interview.domain.RedFlagCategory;
import dev.plumbline.interview.domain.RedFlagState;
import java.util.UUID;

/**
 * Where a red flag stands. Identity: the flag.
 *
 * @param applicationId whose application
 * @param redFlagId the flag
 * @param revision at least 1, strictly increasing
 * @param category what it is about
 * @param state where it stands
 */
public record RedFlagChanged(
        UUID applicationId, UUID redFlagId, int revision, RedFlagCategory category, RedFlagState state) {
    /** The CloudEvent's type. */
    public static final String TYPE = "dev.plumbline.interview.red-flag-changed.v1";
}
