package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Recommendation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** What operators see of the deciding. */
@Startup
@ApplicationScoped
public class DecisionMeters {
    /** For the counting of batches that were decided within so much. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(10),
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10)
    };

    private final Map<Recommendation, Counter> decisions = new EnumMap<>(Recommendation.class);
    private final Counter conflicts;
    private final Counter outOfScale;
    private final Timer deciding;

    DecisionMeters(MeterRegistry registry) {
        for (Recommendation recommendation : Recommendation.values()) {
            decisions.put(
                    recommendation,
                    Counter.builder("plumbline.decisions")
                            .description("Decisions stored")
                            .tag("recommendation", recommendation.name())
                            .register(registry));
        }
        conflicts = Counter.builder("plumbline.fact.conflicts")
                .description("Facts that came twice with one revision and different content")
                .register(registry);
        outOfScale = Counter.builder("plumbline.ratings.out.of.scale")
                .description("Ratings that count as absent, because they lie outside their rubric's scale")
                .register(registry);
        deciding = Timer.builder("plumbline.decide")
                .description("Merging and deciding the facts of one batch, without the database")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    void count(Collection<NewDecision> made) {
        for (NewDecision decision : made) {
            Counter counter = decisions.get(decision.stored().decision().recommendation());
            if (counter != null) {
                counter.increment();
            }
        }
    }

    void countConflicts(int count) {
        conflicts.increment(count);
    }

    void countOutOfScale(int count) {
        outOfScale.increment(count);
    }

    /** Times the work on a batch. */
    void time(Runnable work) {
        deciding.record(work);
    }
}
