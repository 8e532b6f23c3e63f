package dev.plumbline.decision.rest.ranking;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of a job's ranking.
 *
 * @param withheld how many of the job's applications are in no page, whatever the filter, because the caller owes them a
 *     rating
 */
@Schema(name = "RankingPage")
public record RankingPage(
        List<RankedDecisionResponse> items, @Nullable String next, long withheld) {}
