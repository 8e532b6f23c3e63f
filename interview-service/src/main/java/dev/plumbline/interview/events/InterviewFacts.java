package dev.plumbline.interview.events;

import dev.plumbline.interview.domain.Attestation;
import dev.plumbline.interview.domain.QuestionPanel;
import dev.plumbline.interview.domain.Rating;
import dev.plumbline.interview.domain.RedFlag;
import dev.plumbline.kit.outbox.Outbox;
import dev.plumbline.kit.outbox.OutboxEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Publishes what this service knows, in the transaction that stores it. The application has to be locked, so that the
 * revisions of a fact leave in their order.
 */
@ApplicationScoped
public class InterviewFacts {
    /** The topic of all of them. */
    public static final String TOPIC = "plumbline.interviews.v1";

    private final Outbox outbox;

    InterviewFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Tells who is now expected to rate these questions. */
    public void panels(UUID application, List<QuestionPanel> changed) {
        outbox.appendAll(changed.stream()
                .map(panel -> event(
                        application,
                        PanelAssigned.TYPE,
                        new PanelAssigned(
                                application, panel.question(), panel.revision(), List.copyOf(panel.raters()))))
                .toList());
    }

    /** Tells of a rating that was handed in or corrected. */
    public void rated(UUID application, Rating rating) {
        append(
                application,
                QuestionRated.TYPE,
                new QuestionRated(
                        application,
                        rating.question(),
                        rating.rater(),
                        rating.revision(),
                        rating.mark().rating()));
    }

    /** Tells where a red flag stands. */
    public void flagged(RedFlag flag) {
        append(
                flag.applicationId(),
                RedFlagChanged.TYPE,
                new RedFlagChanged(flag.applicationId(), flag.id(), flag.revision(), flag.category(), flag.state()));
    }

    /** Tells what a person says of a baseline. */
    public void attested(UUID application, Attestation attestation) {
        append(
                application,
                BaselineAttested.TYPE,
                new BaselineAttested(
                        application,
                        attestation.gate(),
                        attestation.rater(),
                        attestation.revision(),
                        attestation.met(),
                        attestation.retracted() ? Boolean.TRUE : null));
    }

    private void append(UUID application, String type, Object data) {
        outbox.append(event(application, type, data));
    }

    private static OutboxEvent event(UUID application, String type, Object data) {
        return new OutboxEvent(TOPIC, application.toString(), type, data);
    }
}
