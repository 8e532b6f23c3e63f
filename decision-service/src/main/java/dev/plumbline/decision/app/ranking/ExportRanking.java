package dev.plumbline.decision.app.ranking;

import dev.plumbline.decision.app.ReadingError;
import dev.plumbline.decision.app.SharedPlaces;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes a job's whole ranking out, as it stands at one moment: some thousand rows are in memory at a time, and the
 * database is not kept waiting by who reads slowly.
 */
@ApplicationScoped
public class ExportRanking {
    /** Decisions looked up at once. */
    static final int CHUNK = 500;

    private final Rankings rankings;
    private final ReadRanking readRanking;
    private final SharedPlaces places;

    ExportRanking(
            Rankings rankings,
            ReadRanking readRanking,
            @ConfigProperty(name = "plumbline.exports.at-once", defaultValue = "4") int atOnce) {
        this.rankings = rankings;
        this.readRanking = readRanking;
        this.places = new SharedPlaces(atOnce);
    }

    /** Takes what is exported, in its order. */
    public interface Sink {
        /** Whether somebody still reads. */
        boolean isWanted();

        /** Before the first decision: the gates that any of them may show. */
        void begin(JobGates gates) throws IOException;

        /** The next decisions; waits until they are taken. */
        void take(List<ExportedDecision> decisions) throws IOException;
    }

    /**
     * Exports all that meets the filter.
     *
     * @param reader who will see it: what they owe a rating of is left out
     * @throws ProblemException before {@link Sink#begin}: 404 where the job is not known, 429 where too many exports run, or
     *     half of them are this reader's; 503 where the database needs too long
     * @throws Rankings.NotWanted where nobody reads any more
     * @throws IOException from the sink
     */
    public void export(UUID job, RankingFilter filter, String reader, Sink sink) throws IOException {
        if (!places.tryTake(reader)) {
            throw new ProblemException(new ReadingError.TooManyExports());
        }
        try (Rankings.Snapshot snapshot = rankings.snapshot(job, filter, reader, sink::isWanted)) {
            // After the snapshot: every version that it has decisions under is known.
            sink.begin(readRanking.gates(job));
            List<ExportedDecision> decisions = snapshot.next(CHUNK);
            while (!decisions.isEmpty()) {
                sink.take(decisions);
                decisions = snapshot.next(CHUNK);
            }
        } finally {
            places.giveBack(reader);
        }
    }
}
