package dev.plumbline.decision.rest.ranking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.plumbline.decision.app.ranking.JobGates;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** A JSON object on each line (NDJSON), with the fields of the list's items and the rank. */
final class JsonLinesFormat implements ExportFormat {
    private final ObjectWriter json;

    JsonLinesFormat(ObjectWriter json) {
        this.json = json;
    }

    @Override
    public String mediaType() {
        return "application/x-ndjson";
    }

    @Override
    public String ending() {
        return "ndjson";
    }

    @Override
    public void begin(JobGates gates, ByteArrayOutputStream out) {
        // Each line says all about itself.
    }

    @Override
    public void write(List<RankedDecisionResponse> decisions, ByteArrayOutputStream out) {
        for (RankedDecisionResponse decision : decisions) {
            try {
                out.writeBytes(json.writeValueAsBytes(decision));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A decision cannot be written as JSON", e);
            }
            out.write('\n');
        }
    }
}
