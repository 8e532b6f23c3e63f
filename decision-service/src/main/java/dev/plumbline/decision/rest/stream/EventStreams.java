package dev.plumbline.decision.rest.stream;

import dev.plumbline.decision.app.stream.DecisionStream.BrokenOff;
import dev.plumbline.decision.app.stream.DecisionStream.PublishedEvent;
import dev.plumbline.decision.app.stream.DecisionStream.Reader;
import dev.plumbline.decision.app.stream.StreamSettings;
import dev.plumbline.decision.rest.streaming.ClientGone;
import dev.plumbline.decision.rest.streaming.ClientOutput;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Passes events on to a client until one of both, its token or the service ends. */
@Startup
@ApplicationScoped
class EventStreams {
    private static final Logger LOG = Logger.getLogger(EventStreams.class);
    /** How soon it is noticed that a stream has to end. */
    private static final Duration LOOK_UP = Duration.ofMillis(500);

    /** How long who has no token that ends may read before asking again. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final OpenStreams open;
    private final StreamSettings settings;
    private final Clock clock;
    private final Counter cutOff;

    EventStreams(OpenStreams open, StreamSettings settings, Clock clock, MeterRegistry meters) {
        this.open = open;
        this.settings = settings;
        this.clock = clock;
        this.cutOff = Counter.builder("plumbline.decision.events.cut.off")
                .description("Readers of the stream that were cut off because they did not keep up")
                .register(meters);
    }

    /** @param endOfToken the end of the right to read; null where it has none of its own */
    void pass(Reader reader, ClientOutput client, @Nullable Instant endOfToken) {
        Instant until = endOfToken == null ? clock.instant().plus(LONGEST) : endOfToken;
        try {
            client.write(EventFrames.start(settings.retry(), reader.position()));
            follow(reader, client, until);
        } catch (ClientGone e) {
            if (client.isCutOff()) {
                cutOff.increment();
            }
            LOG.debugf("A reader of decision events: %s", e.getMessage());
        } catch (BrokenOff e) {
            LOG.debugf("A reader of decision events: %s", e.getMessage());
            cutOff.increment();
            client.cutOff();
        } catch (RuntimeException e) {
            // Such as a database that does not say whose application it is: the client comes back and asks again.
            LOG.warnf(e, "A stream of decision events was broken off");
            client.cutOff();
        }
    }

    private void follow(Reader reader, ClientOutput client, Instant until) throws ClientGone {
        long heartbeat = settings.heartbeat().toNanos();
        long last = System.nanoTime();
        while (client.isOpen() && open.goOn()) {
            if (!clock.instant().isBefore(until)) {
                client.write(EventFrames.end("the token has expired"));
                return;
            }
            List<PublishedEvent> events = reader.next(LOOK_UP);
            if (!events.isEmpty()) {
                client.write(EventFrames.events(events));
                last = System.nanoTime();
            } else if (System.nanoTime() - last >= heartbeat) {
                client.write(EventFrames.heartbeat(reader.position()));
                last = System.nanoTime();
            }
        }
    }
}
