package dev.plumbline.decision.rest.ranking;

import dev.plumbline.decision.app.ranking.ExportRanking;
import dev.plumbline.decision.app.ranking.ExportedDecision;
import dev.plumbline.decision.app.ranking.JobGates;
import dev.plumbline.decision.rest.streaming.ClientGone;
import dev.plumbline.decision.rest.streaming.ClientOutput;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;

/**
 * One export on its way to a client. Nothing is sent before the whole ranking has been taken: until then a failure is
 * still an answer of its own.
 */
final class RankingExport implements ExportRanking.Sink {
    private final ExportFormat format;
    private final ClientOutput client;
    private final long deadline;
    private JobGates gates = JobGates.NONE;

    RankingExport(ExportFormat format, ClientOutput client, Duration longest) {
        this.format = format;
        this.client = client;
        this.deadline = System.nanoTime() + longest.toNanos();
    }

    @Override
    public boolean isWanted() {
        return client.isOpen();
    }

    @Override
    public void begin(JobGates jobGates) throws ClientGone {
        gates = jobGates;
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        format.begin(gates, head);
        if (head.size() > 0) {
            client.write(head.toByteArray());
        }
    }

    @Override
    public void take(List<ExportedDecision> decisions) throws ClientGone {
        if (System.nanoTime() - deadline > 0) {
            client.cutOff();
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream(decisions.size() * 512);
        format.write(
                decisions.stream()
                        .map(one -> RankedDecisionResponse.of(one.rank(), one.decision(), gates))
                        .toList(),
                lines);
        client.write(lines.toByteArray());
    }
}
