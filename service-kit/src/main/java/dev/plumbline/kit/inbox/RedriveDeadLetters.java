package dev.plumbline.kit.inbox;

import dev.plumbline.kit.inbox.DeadLetter.Filter;
import dev.plumbline.kit.inbox.DeadLetter.Status;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives dead letters to their consumers once more: not by way of their topic, which belongs to another service and on
 * which others would get them too. What a consumer takes it takes by revision, so that nothing is done twice
 * (docs/adr/0085).
 */
@ApplicationScoped
public class RedriveDeadLetters {
    private static final Logger LOG = Logger.getLogger(RedriveDeadLetters.class);

    private final DeadLetterTable table;
    private final TopicConsumers consumers;
    private final Inbox inbox;

    RedriveDeadLetters(DeadLetterTable table, TopicConsumers consumers, Inbox inbox) {
        this.table = table;
        this.consumers = consumers;
        this.inbox = inbox;
    }

    /**
     * Has one taken, in a transaction of its own. One that was taken before is left alone, and so is one that is no event.
     *
     * @param by the id of who asks for it
     * @return how it stands then: {@link Status#WAITING}, with the reason, where it was refused again
     * @throws ProblemException 404 where it is not there, 409 where nobody takes its topic
     */
    public DeadLetter one(UUID id, String by) {
        try {
            DeadLetter letter = inTransaction(() -> attempt(id, by));
            consumers.of(letter.topic()).forEach(TopicConsumer::taken);
            return letter;
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            if (Failures.isOfInfrastructure(e)) {
                throw e;
            }
            LOG.errorf(e, "The dead letter %s cannot be taken", id);
            return inTransaction(() -> failed(id, by, e));
        }
    }

    /**
     * Has those taken that wait, each in a transaction of its own, in the order in which they were set aside.
     *
     * @param after the last one of those that were tried; null to begin
     * @return how they stand then
     */
    public List<DeadLetter> waiting(Filter which, @Nullable UUID after, int most, String by) {
        Filter waiting =
                new Filter(Status.WAITING, which.topic(), which.partition(), which.fromOffset(), which.toOffset());
        return table.list(waiting, after, most).stream()
                .map(letter -> one(letter.id(), by))
                .toList();
    }

    private DeadLetter attempt(UUID id, String by) {
        DeadLetter letter = table.lock(id).orElseThrow(() -> notFound(id));
        if (letter.status() == Status.REDRIVEN) {
            return letter;
        }
        ConsumerRecord<String, byte[]> record = table.record(id);
        if (!EnvelopeReader.isEvent(record)) {
            // No consumer ever takes it, and what it would be refused with would stand in the place of why it lies
            // here.
            return letter;
        }
        List<TopicConsumer> takers = consumers.of(letter.topic());
        if (takers.isEmpty()) {
            throw new ProblemException(new KitError.NobodyTakes(letter.topic()));
        }
        // First, so that whoever refuses it says so on a row that is marked.
        table.redriven(id, by);
        inbox.takeAgain(record, TopicConsumers.together(takers));
        return told(id, by);
    }

    private DeadLetter failed(UUID id, String by, RuntimeException failure) {
        DeadLetter letter = table.lock(id).orElseThrow(() -> notFound(id));
        if (letter.status() == Status.REDRIVEN) {
            // Somebody else had more luck in between.
            return letter;
        }
        table.failed(id, by, Inbox.reasonOf(failure));
        return told(id, by);
    }

    private DeadLetter told(UUID id, String by) {
        DeadLetter letter = table.find(id).orElseThrow(() -> notFound(id));
        LOG.infof(
                "Dead letter %s (%s/%d/%d) redriven by %s: %s",
                id,
                letter.topic(),
                letter.partition(),
                letter.offset(),
                by,
                letter.status() == Status.REDRIVEN ? "taken" : letter.reason());
        return letter;
    }

    private static DeadLetter inTransaction(Supplier<DeadLetter> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(new KitError.NotFound("dead letter", id.toString()));
    }
}
