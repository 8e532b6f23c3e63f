package dev.plumbline.decision.rest.ranking;

import dev.plumbline.decision.rest.Accepted;
import dev.plumbline.decision.rest.Csv;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;

/** What a ranking can be answered as; the first is what a client gets that does not mind. */
enum RankingType {
    PAGE(MediaType.APPLICATION_JSON),
    CSV(Csv.TYPE),
    JSON_LINES(RankingType.JSON_LINES_TYPE);

    static final String JSON_LINES_TYPE = "application/x-ndjson";

    private final MediaType mediaType;

    RankingType(String mediaType) {
        this.mediaType = MediaType.valueOf(mediaType);
    }

    /** @param accepted from the most wanted to the least */
    static RankingType of(List<MediaType> accepted) {
        MediaType best = Accepted.best(
                accepted, Arrays.stream(values()).map(type -> type.mediaType).toList());
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(best))
                .findFirst()
                .orElse(PAGE);
    }
}
