package dev.plumbline.decision.messaging.stream;

import dev.plumbline.decision.app.DecisionError;
import dev.plumbline.decision.app.ReadingError;
import dev.plumbline.decision.app.SharedPlaces;
import dev.plumbline.decision.app.stream.DecisionStream;
import dev.plumbline.decision.app.stream.StreamSettings;
import dev.plumbline.decision.events.DecisionTopic;
import dev.plumbline.decision.messaging.stream.Offsets.Position;
import dev.plumbline.decision.messaging.stream.StreamReader.CatchUp;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The decisions topic for readers outside. Readers at its end share one consumer; those behind have one each, a few. */
@Startup
@ApplicationScoped
public class DecisionTopicStream implements DecisionStream {
    private static final String BEGINNING = "0";
    /** How long nobody asks Kafka again after it did not answer. */
    private static final Duration BELIEVED = Duration.ofSeconds(2);

    private final TopicClients clients;
    private final StreamSettings settings;
    private final SharedPlaces places;
    private final SharedPlaces catchUpPlaces;
    private @Nullable TopicTail tail;
    private @Nullable Failure failure;

    /** That Kafka did not answer, and until when that is believed without asking again. */
    private record Failure(KafkaException cause, long until) {}

    @Inject
    DecisionTopicStream(
            @Identifier("default-kafka-broker") Instance<Map<String, Object>> brokerSettings,
            StreamSettings settings,
            MeterRegistry meters) {
        this(new TopicClients(brokerSettings::get, DecisionTopic.NAME), settings);
        Gauge.builder("plumbline.decision.events.readers", this, DecisionTopicStream::readers)
                .description("Readers of the stream of decision events")
                .register(meters);
        Gauge.builder("plumbline.decision.events.catching.up", this, DecisionTopicStream::catchingUp)
                .description("Readers of the stream that go through old events, each with a Kafka consumer")
                .register(meters);
    }

    DecisionTopicStream(TopicClients clients, StreamSettings settings) {
        this.clients = clients;
        this.settings = settings;
        this.places = new SharedPlaces(settings.readers());
        this.catchUpPlaces = new SharedPlaces(settings.catchingUp());
    }

    @PreDestroy
    synchronized void stop() {
        TopicTail running = tail;
        if (running != null) {
            running.end();
        }
    }

    int readers() {
        return places.taken();
    }

    int catchingUp() {
        return catchUpPlaces.taken();
    }

    @Override
    public Reader open(String person, @Nullable String position, Predicate<TopicEvent> wanted) {
        Position from = position == null || position.equals(BEGINNING) ? null : parse(position);
        if (!places.tryTake(person)) {
            throw new ProblemException(new DecisionError.TooManyReaders());
        }
        try {
            TopicTail shared = tail();
            try {
                return new Place(person, open(person, shared, position, from, wanted), shared);
            } catch (RuntimeException e) {
                shared.release();
                throw e;
            }
        } catch (KafkaException e) {
            places.giveBack(person);
            throw new ProblemException(new ReadingError.StreamUnavailable());
        } catch (RuntimeException e) {
            places.giveBack(person);
            throw e;
        }
    }

    private StreamReader open(
            String person,
            TopicTail shared,
            @Nullable String position,
            @Nullable Position from,
            Predicate<TopicEvent> wanted) {
        if (position == null) {
            return StreamReader.fromEnd(shared, wanted);
        }
        if (from == null) {
            return catchingUp(person, shared, wanted, id -> clients.fromBeginning(id));
        }
        if (!from.topic().equals(shared.topicId())) {
            throw TopicConsumer.lost("it is of another topic, or of one that was made anew since");
        }
        // Who was further on another instance may be right: whether the topic goes so far, the broker knows.
        StreamReader reader = shared.recent().reaches(from.offsets())
                ? StreamReader.amongRecent(shared, wanted, from.offsets())
                : null;
        return reader != null ? reader : catchingUp(person, shared, wanted, id -> clients.from(from.offsets(), id));
    }

    private StreamReader catchingUp(
            String person, TopicTail shared, Predicate<TopicEvent> wanted, Function<String, TopicConsumer> consumer) {
        if (!catchUpPlaces.tryTake(person, settings.catchingUpPatience())) {
            throw new ProblemException(new ReadingError.TooManyCatchingUp());
        }
        try {
            CatchUp own = new CatchUp(consumer.apply(shared.topicId()), () -> catchUpPlaces.giveBack(person));
            return StreamReader.catchingUp(shared, wanted, own);
        } catch (RuntimeException e) {
            catchUpPlaces.giveBack(person);
            throw e;
        }
    }

    /** Where Kafka does not answer, one asks it and those behind are told what that one was: it takes seconds. */
    private synchronized TopicTail tail() {
        TopicTail running = tail;
        if (running != null && running.use()) {
            return running;
        }
        Failure known = failure;
        if (known != null && System.nanoTime() - known.until() < 0) {
            throw known.cause();
        }
        try {
            String topicId = clients.topicId();
            running = TopicTail.start(clients.fromEnd(topicId), topicId, settings);
        } catch (KafkaException e) {
            failure = new Failure(e, System.nanoTime() + BELIEVED.toNanos());
            throw e;
        }
        failure = null;
        running.use();
        tail = running;
        return running;
    }

    private static Position parse(String text) {
        Position position = Position.parse(text);
        if (position == null) {
            throw new ProblemException(new ReadingError.InvalidParameters(
                    List.of(new Fault("/Last-Event-ID", "is no id that this stream has given out"))));
        }
        return position;
    }

    /** A reader with what it gives back. */
    private final class Place implements Reader {
        private final String person;
        private final StreamReader reader;
        private final TopicTail shared;
        private boolean closed;

        Place(String person, StreamReader reader, TopicTail shared) {
            this.person = person;
            this.reader = reader;
            this.shared = shared;
        }

        @Override
        public String position() {
            return reader.position();
        }

        @Override
        public List<PublishedEvent> next(Duration patience) {
            return reader.next(patience);
        }

        @Override
        public void close() {
            if (closed) {
                return;
            }
            closed = true;
            try {
                reader.close();
            } finally {
                shared.release();
                places.giveBack(person);
            }
        }
    }
}
