package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Fact;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every decision ever made. */
public interface DecisionHistory {

    /** Adds decisions, in their order. */
    void append(List<StoredDecision> decisions);

    /** One decision. */
    Optional<PastDecision> find(UUID applicationId, int number);

    /** An application's decisions after this number, by number. */
    List<PastDecision> after(UUID applicationId, int number, int most);

    /** The facts that a decision was made of: those that came in with it and with all before it, merged or not. */
    List<Fact> factsUntil(UUID applicationId, int number);

    /**
     * A job's current decisions as they rank: by total, the exact one, then by the application's id; without withdrawn
     * applications.
     *
     * @param recommendation only these; null for all
     * @param after where the list goes on; null to begin
     */
    List<RankedDecision> ranked(UUID jobId, @Nullable String recommendation, @Nullable RankedPlace after, int most);

    /** A place in a ranking. */
    record RankedPlace(RankKey rank, UUID applicationId) {}

    /** A decision in a ranking. */
    record RankedDecision(String externalId, RankKey rank, PastDecision decision) {}
}
