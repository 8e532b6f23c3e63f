package dev.plumbline.job;

import dev.plumbline.kit.testing.Contracts;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.TopicReader;
import java.util.List;
import java.util.UUID;

/** What the service published on Kafka about one job or application, in order; every event is checked by its schema. */
public final class JobEvents {
    private JobEvents() {}

    /** The first events about a job. */
    public static List<ReceivedEvent> ofJob(UUID job, int count) {
        return of("plumbline.jobs.v1", job, count);
    }

    /** The first events about an application. */
    public static List<ReceivedEvent> ofApplication(UUID application, int count) {
        return of("plumbline.applications.v1", application, count);
    }

    /** Whether anything was published about a job, once {@code later} was. */
    public static boolean isSilentAbout(UUID job, UUID later) {
        try (TopicReader reader = TestKafka.reader("plumbline.jobs.v1")) {
            reader.awaitEvent(event -> event.key().equals(later.toString()));
            return reader.events().stream().noneMatch(event -> event.key().equals(job.toString()));
        }
    }

    /** The last segments of the types, such as {@code submitted}. */
    public static List<String> kinds(List<ReceivedEvent> events) {
        return events.stream()
                .map(event -> event.type().replaceAll("dev\\.plumbline\\.[a-z]+\\.(.*)\\.v1", "$1"))
                .toList();
    }

    private static List<ReceivedEvent> of(String topic, UUID key, int count) {
        try (TopicReader reader = TestKafka.reader(topic)) {
            reader.await(read -> about(read, key).size() >= count);
            List<ReceivedEvent> events = about(reader.readToEnd(), key);
            events.forEach(event -> Contracts.checkEvent("job-service", event));
            return events;
        }
    }

    private static List<ReceivedEvent> about(List<ReceivedEvent> events, UUID key) {
        return events.stream()
                .filter(event -> event.key().equals(key.toString()))
                .toList();
    }
}
