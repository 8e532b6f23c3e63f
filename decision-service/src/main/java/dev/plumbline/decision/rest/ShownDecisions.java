package dev.plumbline.decision.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.plumbline.decision.app.OwnRatingsFirst;
import dev.plumbline.decision.app.ReadDecision;
import dev.plumbline.decision.app.ReadDecision.Current;
import dev.plumbline.decision.app.StateMark;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Current decisions as they are answered. After each event several systems and people ask for the same one, and to see that
 * nothing has changed since it was explained is less work than to explain it anew: the answer is kept with the mark of the
 * state that it shows, and given again only while the database has that mark. So no instance ever answers with less than
 * has been committed.
 */
@ApplicationScoped
class ShownDecisions {
    private final ReadDecision readDecision;
    private final ObjectMapper mapper;
    private final Cache<UUID, Kept> recent;

    /** An answer's body with its decision's number. */
    record Shown(int number, byte[] json) {}

    private record Kept(StateMark mark, Set<String> owing, Shown shown) {}

    ShownDecisions(
            ReadDecision readDecision,
            ObjectMapper mapper,
            @ConfigProperty(name = "plumbline.decisions.kept-answers-bytes") long most) {
        this.readDecision = readDecision;
        this.mapper = mapper;
        this.recent = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((UUID id, Kept kept) -> kept.shown().json().length)
                .build();
    }

    /**
     * The current decision with its explanation, as JSON.
     *
     * @param person who will see it
     * @param isNoted whether the person may reject because of it
     * @throws ProblemException as {@link ReadDecision#read}
     */
    Shown show(UUID applicationId, String person, boolean isNoted) {
        Optional<StateMark> before = readDecision.mark(applicationId);
        Kept kept = recent.getIfPresent(applicationId);
        if (kept != null && before.isPresent() && kept.mark().equals(before.get())) {
            OwnRatingsFirst.require(kept.owing(), person);
            if (isNoted) {
                readDecision.note(applicationId, kept.shown().number(), person);
            }
            return kept.shown();
        }
        Current current = readDecision.read(applicationId, person, isNoted);
        Shown shown = new Shown(current.decision().number(), json(CurrentDecisionResponse.of(current)));
        // What changed while it was read is either in it or not: it is kept only where nothing did.
        if (before.isPresent() && before.equals(readDecision.mark(applicationId))) {
            recent.put(applicationId, new Kept(before.get(), current.owing(), shown));
        }
        return shown;
    }

    private byte[] json(CurrentDecisionResponse response) {
        try {
            return mapper.writeValueAsBytes(response);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A decision cannot be written as JSON", e);
        }
    }
}
