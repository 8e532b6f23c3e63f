package dev.plumbline.decision.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Brings a rubric version to the applications of its job, a chunk of them in each transaction: no lock is held for long,
 * so single scores go on in between, and after a crash it goes on behind the last chunk.
 */
@ApplicationScoped
public class FanOutRubric {
    private final FanOuts fanOuts;
    private final Applications applications;
    private final DecisionDesk desk;
    private final int chunk;

    FanOutRubric(
            FanOuts fanOuts,
            Applications applications,
            DecisionDesk desk,
            @ConfigProperty(name = "plumbline.fan-out.chunk", defaultValue = "200") int chunk) {
        this.fanOuts = fanOuts;
        this.applications = applications;
        this.desk = desk;
        this.chunk = chunk;
    }

    /** Does the next chunk; false where nothing is left to do for this instance. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean doNextChunk() {
        Optional<FanOuts.FanOut> next = fanOuts.next();
        if (next.isEmpty()) {
            return false;
        }
        FanOuts.FanOut fanOut = next.get();
        List<UUID> ids = applications.ofJob(fanOut.jobId(), fanOut.lastDone(), fanOut.onlyWaiting(), chunk);
        if (ids.isEmpty()) {
            fanOuts.finish(fanOut);
            return true;
        }
        Map<UUID, OpenApplication> open = desk.open(new TreeSet<>(ids), List.of(fanOut.jobId()));
        open.values().forEach(OpenApplication::takeRubric);
        desk.putAway(open.values());
        int decided = open.values().stream()
                .mapToInt(application -> application.decisions().size())
                .sum();
        fanOuts.advance(fanOut, ids.getLast(), decided);
        return true;
    }
}
