package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Criterion;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.FactContent;
import dev.plumbline.decision.domain.FactIdentity;
import dev.plumbline.decision.domain.Waiver;
import dev.plumbline.decision.domain.WaiverReason;
import dev.plumbline.decision.events.DecisionTopic;
import dev.plumbline.decision.events.WaiverChanged;
import dev.plumbline.decision.json.Digests;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.outbox.Outbox;
import dev.plumbline.kit.outbox.OutboxEvent;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a node out of an application's decision, or puts it back: a fact of this service's own, decided at once. */
@ApplicationScoped
public class ChangeWaiver {
    private final OneApplication one;
    private final DecisionDesk desk;
    private final Outbox outbox;

    ChangeWaiver(OneApplication one, DecisionDesk desk, Outbox outbox) {
        this.one = one;
        this.desk = desk;
        this.outbox = outbox;
    }

    /** What came of it: the waiver, and the number of the decision now. */
    public record Changed(Waiver waiver, String by, int decisionNumber) {}

    /**
     * Waives a node.
     *
     * @param by the hiring manager's id
     * @throws ProblemException 409 where the application is not known or not decided yet, or the node is waived already;
     *     422 where its rubric has no such node
     */
    @Transactional
    public Changed grant(UUID applicationId, String node, WaiverReason reason, String by) {
        OpenApplication application = one.open(applicationId);
        Criterion root = application
                .rubric()
                .orElseThrow(() -> new ProblemException(new DecisionError.NoDecisionYet()))
                .rubric()
                .criteria();
        if (!hasNode(root, node)) {
            throw new ProblemException(new KitError.InvalidContent(
                    List.of(new Fault("/node", "must be a node of the application's rubric"))));
        }
        if (current(application, node).isPresent()) {
            throw new ProblemException(new DecisionError.AlreadyWaived(node));
        }
        Waiver waiver = new Waiver(node, reason);
        return change(applicationId, application, waiver, waiver, by);
    }

    /**
     * Lifts a waiver.
     *
     * @throws ProblemException 404 where the node is not waived; 409 where the application is not known yet
     */
    @Transactional
    public void lift(UUID applicationId, String node, String by) {
        OpenApplication application = one.open(applicationId);
        Waiver waiver = current(application, node)
                .orElseThrow(() -> new ProblemException(new KitError.NotFound("waiver of the node", node)));
        change(applicationId, application, waiver, null, by);
    }

    private Changed change(
            UUID applicationId, OpenApplication application, Waiver waiver, @Nullable FactContent content, String by) {
        FactIdentity identity = waiver.identity();
        Instant now = desk.now();
        long revision = nextRevision(application, identity, now);
        UUID eventId = Ids.next();
        WaiverChanged event = new WaiverChanged(
                applicationId, waiver.node(), revision, waiver.reason().name(), by, content == null);
        outbox.append(
                new OutboxEvent(DecisionTopic.NAME, applicationId.toString(), WaiverChanged.TYPE, event, eventId, now));
        application.take(
                new Fact(identity, revision, content, Digests.fact(content)),
                new Trigger(eventId.toString(), WaiverChanged.TYPE));
        desk.putAway(List.of(application));
        return new Changed(
                waiver, by, application.standing().map(Standing::number).orElse(0));
    }

    /**
     * One more than the last revision, and not below the clock's milliseconds: a database that is being rebuilt, and has
     * not read back the last revision yet, must not give the same one again.
     */
    private static long nextRevision(OpenApplication application, FactIdentity identity, Instant now) {
        long last = application.facts().find(identity).map(Fact::revision).orElse(0L);
        return Math.max(last + 1, now.toEpochMilli());
    }

    private static Optional<Waiver> current(OpenApplication application, String node) {
        return application
                .facts()
                .find(new FactIdentity.Waiver(node))
                .map(Fact::content)
                .map(Waiver.class::cast);
    }

    private static boolean hasNode(Criterion criterion, String node) {
        return criterion.id().equals(node)
                || switch (criterion) {
                    case Criterion.Leaf _ -> false;
                    case Criterion.Inner inner ->
                        inner.parts().stream().anyMatch(part -> hasNode(part.criterion(), node));
                };
    }
}
