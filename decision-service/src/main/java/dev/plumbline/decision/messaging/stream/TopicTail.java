package dev.plumbline.decision.messaging.stream;

import dev.plumbline.decision.app.stream.StreamSettings;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Follows the topic's end in a thread of its own, for all readers there: one consumer, however many they are. It ends when
 * it fails, or when nobody has read for a while.
 */
final class TopicTail {
    private static final Logger LOG = Logger.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final TopicConsumer consumer;
    private final String topicId;
    private final RecentEvents recent;
    private final long linger;
    private int users;
    private long unusedSince = System.nanoTime();
    private boolean ended;

    private TopicTail(TopicConsumer consumer, String topicId, StreamSettings settings) {
        this.consumer = consumer;
        this.topicId = topicId;
        this.recent = new RecentEvents(consumer.read(), settings.bufferEvents(), settings.bufferBytes());
        this.linger = settings.linger().toNanos();
    }

    static TopicTail start(TopicConsumer consumer, String topicId, StreamSettings settings) {
        TopicTail tail = new TopicTail(consumer, topicId, settings);
        Thread.ofPlatform().name("decision-events").daemon().start(tail::follow);
        return tail;
    }

    RecentEvents recent() {
        return recent;
    }

    /** Tells the topic from others of its name. */
    String topicId() {
        return topicId;
    }

    /** Says that somebody reads here; false where it has ended. */
    synchronized boolean use() {
        if (ended) {
            return false;
        }
        users++;
        return true;
    }

    synchronized void release() {
        users--;
        unusedSince = System.nanoTime();
    }

    /** Ends it, for all. */
    synchronized void end() {
        ended = true;
    }

    private synchronized boolean goesOn() {
        if (users == 0 && System.nanoTime() - unusedSince > linger) {
            ended = true;
        }
        return !ended;
    }

    private void follow() {
        String reason = "the service stops following the topic";
        try (consumer) {
            while (goesOn()) {
                recent.append(consumer.poll(POLL), consumer.read());
            }
        } catch (RuntimeException e) {
            // Such as offsets out of range, where the topic was made anew: who comes back is told.
            LOG.warnf("The decisions topic cannot be followed on: %s", e.getMessage());
            reason = "the topic cannot be read on";
        } finally {
            end();
            recent.breakOff(reason);
        }
    }
}
