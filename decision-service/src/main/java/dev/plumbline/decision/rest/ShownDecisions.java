package dev.plumbline.decision.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.plumbline.decision.app.CurrentMarks;
import dev.plumbline.decision.app.OwnRatingsFirst;
import dev.plumbline.decision.app.ReadDecision;
import dev.plumbline.decision.app.ReadDecision.Current;
import dev.plumbline.decision.app.StateMark;
import dev.plumbline.kit.problem.ProblemException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Current decisions as they are answered. After each event several systems and people ask for the same one, and to see that
 * nothing has changed since it was explained is less work than to explain it anew: the answer is kept with the mark of the
 * state that it shows, and given again only while the database has that mark. So no instance ever answers with less than
 * has been committed.
 */
@ApplicationScoped
class ShownDecisions {
    private final CurrentMarks marks;
    private final ReadDecision readDecision;
    private final ObjectMapper mapper;
    private final Cache<UUID, Kept> recent;

    /** An answer's body with its decision's number. */
    record Shown(int number, byte[] json) {}

    private record Kept(StateMark mark, Set<String> owing, Shown shown) {}

    ShownDecisions(
            CurrentMarks marks,
            ReadDecision readDecision,
            ObjectMapper mapper,
            @ConfigProperty(name = "plumbline.decisions.kept-answers-bytes") long most) {
        this.marks = marks;
        this.readDecision = readDecision;
        this.mapper = mapper;
        this.recent = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((UUID id, Kept kept) -> kept.shown().json().length)
                .build();
    }

    /**
     * The current decision with its explanation, as JSON. Called on an event loop: a kept answer needs no thread of its
     * own, and whatever else has to be read is read on a thread that may wait.
     *
     * @param person who will see it
     * @param isNoted whether the person may reject because of it
     * @param then is told the answer, or the {@link ProblemException} as {@link ReadDecision#read} throws it
     */
    void show(
            UUID applicationId, String person, boolean isNoted, BiConsumer<@Nullable Shown, @Nullable Throwable> then) {
        Context call = Vertx.currentContext();
        marks.of(applicationId).whenComplete((mark, failure) -> {
            if (mark == null) {
                then.accept(null, failure);
                return;
            }
            try {
                show(call, applicationId, mark, person, isNoted, then);
            } catch (RuntimeException | Error e) {
                // Nobody reads what is thrown here, and whoever called waits.
                then.accept(null, e);
            }
        });
    }

    private void show(
            Context call,
            UUID applicationId,
            Optional<StateMark> mark,
            String person,
            boolean isNoted,
            BiConsumer<@Nullable Shown, @Nullable Throwable> then) {
        Kept kept = recent.getIfPresent(applicationId);
        if (kept == null || mark.isEmpty() || !kept.mark().equals(mark.get())) {
            waiting(call, () -> explained(applicationId, mark, person, isNoted), then);
        } else if (kept.owing().contains(person)) {
            then.accept(null, OwnRatingsFirst.refusal());
        } else if (isNoted) {
            waiting(call, () -> noted(applicationId, kept.shown(), person), then);
        } else {
            then.accept(kept.shown(), null);
        }
    }

    private static void waiting(
            Context call, Callable<Shown> work, BiConsumer<@Nullable Shown, @Nullable Throwable> then) {
        call.executeBlocking(work, false).onComplete(done -> then.accept(done.result(), done.cause()));
    }

    private Shown noted(UUID applicationId, Shown shown, String person) {
        readDecision.note(applicationId, shown.number(), person);
        return shown;
    }

    private Shown explained(UUID applicationId, Optional<StateMark> before, String person, boolean isNoted) {
        Current current = readDecision.read(applicationId, person, isNoted);
        Shown shown = new Shown(current.decision().number(), json(CurrentDecisionResponse.of(current)));
        // What changed while it was read is either in it or not: it is kept only where nothing did.
        if (before.isPresent() && before.equals(marks.now(applicationId))) {
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
