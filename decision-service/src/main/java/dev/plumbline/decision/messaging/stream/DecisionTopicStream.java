package dev.plumbline.decision.messaging.stream;

import dev.plumbline.decision.app.DecisionError;
import dev.plumbline.decision.app.ReadingError;
import dev.plumbline.decision.app.stream.DecisionStream;
import dev.plumbline.decision.app.stream.StreamSettings;
import dev.plumbline.decision.events.DecisionTopic;
import dev.plumbline.decision.messaging.stream.Offsets.Position;
import dev.plumbline.decision.messaging.stream.StreamReader.CatchUp;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.KitError;
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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The decisions topic for readers outside. Readers at its end share one consumer; those behind have one each, a few. */
@Startup
@ApplicationScoped
public class DecisionTopicStream implements DecisionStream {
    private static final String BEGINNING = "0";

    private final TopicClients clients;
    private final StreamSettings settings;
    private final Semaphore places;
    private final Semaphore catchUpPlaces;
    private @Nullable TopicTail tail;

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
        this.places = new Semaphore(settings.readers());
        this.catchUpPlaces = new Semaphore(settings.catchingUp(), true);
    }

    @PreDestroy
    synchronized void stop() {
        TopicTail running = tail;
        if (running != null) {
            running.end();
        }
    }

    int readers() {
        return settings.readers() - places.availablePermits();
    }

    int catchingUp() {
        return settings.catchingUp() - catchUpPlaces.availablePermits();
    }

    @Override
    public Reader open(@Nullable String position, Predicate<TopicEvent> wanted) {
        Position from = position == null || position.equals(BEGINNING) ? null : parse(position);
        if (!places.tryAcquire()) {
            throw new ProblemException(new DecisionError.TooManyReaders());
        }
        try {
            TopicTail shared = tail();
            try {
                return new Place(open(shared, position, from, wanted), shared);
            } catch (RuntimeException e) {
                shared.release();
                throw e;
            }
        } catch (KafkaException e) {
            places.release();
            throw new ProblemException(new ReadingError.StreamUnavailable());
        } catch (RuntimeException e) {
            places.release();
            throw e;
        }
    }

    private StreamReader open(
            TopicTail shared, @Nullable String position, @Nullable Position from, Predicate<TopicEvent> wanted) {
        if (position == null) {
            return StreamReader.fromEnd(shared, wanted);
        }
        if (from == null) {
            return catchingUp(shared, wanted, id -> clients.fromBeginning(id));
        }
        if (!from.topic().equals(shared.topicId())) {
            throw TopicConsumer.lost("it is of another topic, or of one that was made anew since");
        }
        // Who was further on another instance may be right: whether the topic goes so far, the broker knows.
        StreamReader reader = shared.recent().reaches(from.offsets())
                ? StreamReader.amongRecent(shared, wanted, from.offsets())
                : null;
        return reader != null ? reader : catchingUp(shared, wanted, id -> clients.from(from.offsets(), id));
    }

    private StreamReader catchingUp(
            TopicTail shared, Predicate<TopicEvent> wanted, Function<String, TopicConsumer> consumer) {
        takeCatchUpPlace();
        try {
            CatchUp own = new CatchUp(consumer.apply(shared.topicId()), catchUpPlaces::release);
            return StreamReader.catchingUp(shared, wanted, own);
        } catch (RuntimeException e) {
            catchUpPlaces.release();
            throw e;
        }
    }

    private void takeCatchUpPlace() {
        try {
            if (catchUpPlaces.tryAcquire(settings.catchingUpPatience().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(new ReadingError.TooManyCatchingUp());
    }

    private synchronized TopicTail tail() {
        TopicTail running = tail;
        if (running == null || !running.use()) {
            String topicId = clients.topicId();
            running = TopicTail.start(clients.fromEnd(topicId), topicId, settings);
            running.use();
            tail = running;
        }
        return running;
    }

    private static Position parse(String text) {
        Position position = Position.parse(text);
        if (position == null) {
            throw new ProblemException(new KitError.InvalidParameters(
                    List.of(new Fault("/Last-Event-ID", "is no id that this stream has given out"))));
        }
        return position;
    }

    /** A reader with what it gives back. */
    private final class Place implements Reader {
        private final StreamReader reader;
        private final TopicTail shared;
        private boolean closed;

        Place(StreamReader reader, TopicTail shared) {
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
                places.release();
            }
        }
    }
}
