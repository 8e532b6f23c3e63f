package dev.plumbline.decision.app.ranking;

import dev.plumbline.decision.app.Rubrics;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a job's ranking by pages. */
@ApplicationScoped
public class ReadRanking {
    private final Rankings rankings;
    private final Rubrics rubrics;

    ReadRanking(Rankings rankings, Rubrics rubrics) {
        this.rankings = rankings;
        this.rubrics = rubrics;
    }

    /**
     * The gates of the job's rubrics.
     *
     * @throws ProblemException 404 where nothing of the job is known
     */
    public JobGates gates(UUID job) {
        List<Integer> versions = rankings.versions(job);
        if (versions.isEmpty()) {
            throw new ProblemException(new KitError.NotFound("job", job.toString()));
        }
        Map<Integer, List<String>> gates = new HashMap<>();
        for (int version : versions) {
            rubrics.compiled(job, version)
                    .ifPresent(rubric -> gates.put(
                            version,
                            rubric.rubric().gates().stream().map(Gate::id).toList()));
        }
        return new JobGates(gates);
    }

    /**
     * The part of the ranking after a place, or from its start. A cursor names an exact total and an id, no row: what has
     * not moved is seen once, whatever moves around it.
     *
     * @param reader who will see it: what they owe a rating of is left out
     */
    public List<ListedDecision> page(
            UUID job, RankingFilter filter, String reader, @Nullable RankedPlace after, int most) {
        return rankings.page(job, filter, reader, after, most);
    }

    /**
     * How many of the job's decisions are left out because this reader owes them a rating; whatever is asked for, for a
     * number that went with a filter would tell what they are.
     */
    public long withheld(UUID job, String reader) {
        return rankings.withheld(job, reader);
    }
}
