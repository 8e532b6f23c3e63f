package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.Figures;
import dev.plumbline.assessment.domain.Questions;
import dev.plumbline.assessment.domain.SectionResult;
import dev.plumbline.assessment.events.SectionScored;
import dev.plumbline.kit.outbox.Outbox;
import dev.plumbline.kit.outbox.OutboxEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the results of sections and tells of each, in the current transaction, which must hold the application. The
 * last write wins whatever its source, with the next revision; one that says nothing new is no write.
 */
@ApplicationScoped
class SectionLedger {

    private final SectionResults results;
    private final Outbox outbox;
    private final Clock clock;

    SectionLedger(SectionResults results, Outbox outbox, Clock clock) {
        this.results = results;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param session absent when the result comes from another system */
    SectionResult record(
            UUID application, String section, Figures figures, @Nullable Questions questions, @Nullable UUID session) {
        Optional<SectionResult> before = results.result(application, section);
        SectionResult next =
                new SectionResult(application, section, after(before), figures, questions, session, false, now());
        if (before.isPresent() && before.get().saysTheSameAs(next)) {
            return before.get();
        }
        return write(next);
    }

    SectionResult retract(SectionResult result) {
        return write(new SectionResult(
                result.applicationId(),
                result.section(),
                result.revision() + 1,
                result.figures(),
                result.questions(),
                result.session(),
                true,
                now()));
    }

    private SectionResult write(SectionResult result) {
        results.put(result);
        outbox.append(new OutboxEvent(
                SectionScored.TOPIC, result.applicationId().toString(), SectionScored.TYPE, SectionScored.of(result)));
        return result;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static long after(Optional<SectionResult> before) {
        return before.map(SectionResult::revision).orElse(0L) + 1;
    }
}
