package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.local.platform.Service;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * Follows the stream of decision events at the platform's own decision-service and, when that one is gone, at another
 * instance, as a balancer leads it: all new calls go there until this is closed.
 */
final class MovingReader implements AutoCloseable {
    private final Platform platform;
    private final URI first;
    private final URI other;
    private final EventStream stream;

    private MovingReader(Platform platform, URI other) {
        this.platform = platform;
        this.first = platform.addresses().first(Service.DECISION);
        this.other = other;
        this.stream = platform.stream("integration");
    }

    /** One that reads at the first instance already. */
    static MovingReader begin(Platform platform, URI other) {
        MovingReader reader = new MovingReader(platform, other);
        try {
            Awaitility.await().until(() -> !reader.stream.received().isEmpty());
        } catch (RuntimeException e) {
            reader.stream.close();
            throw e;
        }
        platform.addresses().add(Service.DECISION, other);
        platform.addresses().remove(Service.DECISION, reader.first);
        return reader;
    }

    /** It went over once and missed nothing, not even of this application, which came after the kill. */
    void checkWentOver(String application) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> platform.database(Service.DECISION).outboxDepth() == 0);
        new Decisions(platform).checkFollowed(stream);
        assertThat(stream.received()).anyMatch(event -> event.contains(application));
        assertThat(stream.answeredBy()).containsExactly(first, other);
    }

    @Override
    public void close() {
        stream.close();
        platform.addresses().add(Service.DECISION, first);
        platform.addresses().remove(Service.DECISION, other);
    }
}
