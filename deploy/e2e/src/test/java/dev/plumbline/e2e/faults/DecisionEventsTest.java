package dev.plumbline.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What is found where published decisions do not follow one another. */
class DecisionEventsTest {
    private final DecisionEvents events = new DecisionEvents(Set.of("a"));

    private static ConsumerRecord<String, byte[]> number(int number) {
        return number(number, "event-" + number);
    }

    private static ConsumerRecord<String, byte[]> number(int number, String id) {
        String before = number == 1 ? "null" : "\"chain-" + (number - 1) + "\"";
        String json = """
                {"number": %d, "chainDigest": "chain-%d", "recommendation": "PENDING", "lastPublishedChainDigest": %s,
                 "previousRecommendation": %s}""".formatted(number, number, before, number == 1 ? "null" : "\"PENDING\"");
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>("decisions", 0, 0, "a", json.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_id", id.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", DecisionEvents.CHANGED.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private List<String> broken(int... numbers) {
        for (int number : numbers) {
            events.take(number(number));
        }
        events.settle();
        return events.rising().violations();
    }

    @Test
    void in_their_order_they_are_whole() {
        assertThat(broken(1, 2, 3)).isEmpty();
    }

    @Test
    void one_that_is_missing_or_late_is_found() {
        assertThat(broken(1, 3)).containsExactly("a: number 3 does not follow number 1");
        assertThat(broken(2)).hasSize(3);
    }

    @Test
    void on_a_topic_that_was_written_again_what_is_new_may_come_first_but_the_last_is_the_last() {
        assertThat(broken(1, 2)).isEmpty();
        events.readAgain();
        assertThat(broken(3, 1, 2, 3)).isEmpty();
        assertThat(broken(4)).isEmpty();
    }

    @Test
    void on_a_topic_that_was_written_again_an_older_one_at_the_end_is_found() {
        events.readAgain();
        assertThat(broken(3, 1, 2)).containsExactly("a: number 2 is the last one on the topic that was written again");
    }

    @Test
    void on_a_topic_that_was_written_again_a_gap_and_another_id_are_found() {
        events.readAgain();
        assertThat(broken(1, 3)).hasSize(1);
        events.readAgain();
        events.take(number(3, "another"));
        assertThat(broken(1, 2, 3)).contains("a: number 3 was written again as another event");
    }
}
