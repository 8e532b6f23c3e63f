package dev.plumbline.decision.rest.ranking;

import dev.plumbline.decision.app.ranking.JobGates;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** How an export is written down. */
interface ExportFormat {
    /** What is sent as {@code Content-Type}. */
    String mediaType();

    /** How a file of it ends, without the dot. */
    String ending();

    /** What stands before the first decision. */
    void begin(JobGates gates, ByteArrayOutputStream out);

    /** The decisions, one a line. */
    void write(List<RankedDecisionResponse> decisions, ByteArrayOutputStream out);
}
