package dev.plumbline.interview;

import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.TopicReader;
import java.util.List;
import java.util.UUID;

/** What the service published about an application, in order. */
public final class Facts {
    public static final String TOPIC = "plumbline.interviews.v1";

    private Facts() {}

    /**
     * Everything published so far. Order holds for each application, so a flag that is raised now marks the end of what
     * came before.
     */
    public static List<ReceivedEvent> of(UUID application) {
        String mark = Stage.redFlag(application, Stage.assessor(), "mark").toString();
        try (TopicReader reader = TestKafka.reader(TOPIC)) {
            reader.awaitEvent(event -> event.text().contains(mark));
            return reader.events().stream()
                    .filter(event -> event.key().equals(application.toString()))
                    .takeWhile(event -> !event.text().contains(mark))
                    .toList();
        }
    }

    /** The same, as {@code <kind> <data without the application's id>}. */
    public static List<String> told(UUID application) {
        return of(application).stream()
                .map(event ->
                        event.type().replace("dev.plumbline.interview.", "").replace(".v1", "") + " "
                                + event.text().replace("\"applicationId\":\"" + application + "\",", ""))
                .toList();
    }
}
