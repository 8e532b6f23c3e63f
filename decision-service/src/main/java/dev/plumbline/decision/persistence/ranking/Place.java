package dev.plumbline.decision.persistence.ranking;

import java.util.UUID;

/**
 * Which decision stands at a place of a ranking.
 *
 * @param rank from 1; equal totals share theirs
 */
record Place(UUID applicationId, String externalId, int number, long rank) {}
