package dev.plumbline.decision.messaging;

import dev.plumbline.decision.app.RestoreVerdicts;
import dev.plumbline.decision.app.RestoreVerdicts.Staleness;
import dev.plumbline.decision.app.Verdict;
import dev.plumbline.decision.events.DecisionChanged;
import dev.plumbline.decision.events.DecisionTopic;
import dev.plumbline.decision.events.VerdictRecorded;
import dev.plumbline.decision.events.VerdictStale;
import dev.plumbline.kit.inbox.BatchHandler;
import dev.plumbline.kit.inbox.EnvelopeReader;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.inbox.Inbox;
import dev.plumbline.kit.inbox.RejectedEvent;
import dev.plumbline.kit.inbox.TopicConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes back the waivers and verdicts that this service itself has published: what an empty database needs to come to the
 * same decisions again, and nothing new to one that has them.
 */
@ApplicationScoped
public class OwnFacts implements TopicConsumer {
    private final Inbox inbox;
    private final FactIntake intake;
    private final RestoreVerdicts restoreVerdicts;

    OwnFacts(Inbox inbox, FactIntake intake, RestoreVerdicts restoreVerdicts) {
        this.inbox = inbox;
        this.intake = intake;
        this.restoreVerdicts = restoreVerdicts;
    }

    @Override
    public Set<String> topics() {
        return Set.of(DecisionTopic.NAME);
    }

    @Override
    public BatchHandler handler() {
        return this::takeAll;
    }

    /** Not of decisions, which nearly all of them are: told by a header, so that nobody parses what nobody needs. */
    @Override
    public boolean keeps(ConsumerRecord<String, byte[]> record) {
        return !DecisionChanged.TYPE.equals(EnvelopeReader.typeOf(record));
    }

    void take(Iterable<ConsumerRecord<String, byte[]>> records) {
        List<ConsumerRecord<String, byte[]>> facts = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (keeps(record)) {
                facts.add(record);
            }
        }
        inbox.consumeBatch(facts, this::takeAll);
    }

    @Override
    public Set<UUID> hold(List<InboundEvent> events) {
        return intake.hold(events, event -> read(event, new ArrayList<>(), new ArrayList<>()));
    }

    private void takeAll(List<InboundEvent> events) {
        List<Verdict> verdicts = new ArrayList<>();
        List<Staleness> stale = new ArrayList<>();
        intake.take(events, event -> read(event, verdicts, stale));
        restoreVerdicts.restore(verdicts, stale);
    }

    /** Adds what is no fact to one of these; which applications' rows are to be locked for that, with those of the facts. */
    private static Set<UUID> read(InboundEvent event, List<Verdict> verdicts, List<Staleness> stale) {
        EventData data = new EventData(event.data());
        return switch (event.type()) {
            case VerdictRecorded.TYPE -> {
                Verdict verdict = verdict(data);
                verdicts.add(verdict);
                yield Set.of(verdict.applicationId());
            }
            case VerdictStale.TYPE -> {
                Staleness staleness = staleness(data);
                stale.add(staleness);
                yield Set.of(staleness.applicationId());
            }
            // A type of a later version.
            default -> Set.of();
        };
    }

    private static Verdict verdict(EventData data) {
        return new Verdict(
                data.uuid("applicationId"),
                data.revision("revision"),
                data.oneOf("verdict", Verdict.Kind.class),
                data.count("decisionNumber"),
                data.digest("contentDigest"),
                data.truth("override"),
                data.person("by"),
                instant(data.id("at")),
                null,
                null);
    }

    private static Staleness staleness(EventData data) {
        return new Staleness(data.uuid("applicationId"), data.revision("verdictRevision"), data.count("currentNumber"));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new RejectedEvent("/at is no instant");
        }
    }
}
