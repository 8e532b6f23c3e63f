package dev.plumbline.decision.rest.ranking;

import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What a ranking can be answered as; the first is what a client gets that does not mind. */
enum RankingType {
    PAGE(MediaType.APPLICATION_JSON),
    CSV(RankingType.CSV_TYPE),
    JSON_LINES(RankingType.JSON_LINES_TYPE);

    static final String CSV_TYPE = "text/csv";
    static final String JSON_LINES_TYPE = "application/x-ndjson";

    private final MediaType mediaType;

    RankingType(String mediaType) {
        this.mediaType = MediaType.valueOf(mediaType);
    }

    /** @param accepted from the most wanted to the least; one of them fits, else the call would not have come here */
    static RankingType of(List<MediaType> accepted) {
        for (MediaType wanted : accepted) {
            for (RankingType type : values()) {
                if (wanted.isCompatible(type.mediaType)) {
                    return type;
                }
            }
        }
        return PAGE;
    }
}
