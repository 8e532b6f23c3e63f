package dev.plumbline.decision.app.ranking;

import dev.plumbline.decision.app.RankKey;
import java.util.UUID;

/** A place in a ranking: an exact total and, among equal ones, an application. */
public record RankedPlace(RankKey rank, UUID applicationId) {}
