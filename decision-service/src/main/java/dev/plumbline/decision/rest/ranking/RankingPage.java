package dev.plumbline.decision.rest.ranking;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of a job's ranking, for the OpenAPI document. */
@Schema(name = "RankingPage")
public record RankingPage(
        List<RankedDecisionResponse> items, @Nullable String next) {}
