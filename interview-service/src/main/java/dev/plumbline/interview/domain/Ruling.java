package dev.plumbline.interview.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hiring manager's ruling on a red flag.
 *
 * @param state what the flag became by it
 * @param by who ruled
 * @param reason why, which stays in this service; null once the candidate's data was erased
 * @param at when
 */
public record Ruling(
        RedFlagState state, String by, @Nullable String reason, Instant at) {}
