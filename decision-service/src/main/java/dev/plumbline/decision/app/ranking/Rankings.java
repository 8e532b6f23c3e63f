package dev.plumbline.decision.app.ranking;

import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The rankings of all jobs: by the exact total, then by the application's id; without withdrawn applications. */
public interface Rankings {

    /** The rubric versions of a job; none where it is not known. */
    List<Integer> versions(UUID job);

    /**
     * A part of a job's ranking.
     *
     * @param reader who will see it: what they owe a rating of is left out
     * @param after where the list goes on; null to begin
     */
    List<ListedDecision> page(UUID job, RankingFilter filter, String reader, @Nullable RankedPlace after, int most);

    /** How many decisions are left out of all of a job's, whatever the filter, because this reader owes them a rating. */
    long withheld(UUID job, String reader);

    /**
     * A job's ranking as it stands at this moment, of whatever length. Taking it needs the database for as long as that
     * takes to sort it; reading on needs it for a moment each time, and what comes after does not change what is read.
     *
     * @param reader who will see it: what they owe a rating of is left out, and counts for no rank
     * @param wanted asked now and then while it is taken: false gives up
     * @throws NotWanted where it was given up
     * @throws dev.plumbline.kit.problem.ProblemException 503 where the database needs too long
     */
    Snapshot snapshot(UUID job, RankingFilter filter, String reader, BooleanSupplier wanted);

    /** A whole ranking, read from its start to its end by one thread. */
    interface Snapshot extends AutoCloseable {
        /** How many decisions it has. */
        long size();

        /** The next ones; none at the end. */
        List<ExportedDecision> next(int most);

        /** Gives back what it took. */
        @Override
        void close();
    }

    /** Nobody waits for it any more. */
    final class NotWanted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Without a stack trace: no failure of the program. */
        public NotWanted() {
            super("nobody waits for it any more", null, false, false);
        }
    }
}
