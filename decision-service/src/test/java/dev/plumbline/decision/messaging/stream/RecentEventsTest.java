package dev.plumbline.decision.messaging.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.decision.app.stream.DecisionStream.BrokenOff;
import dev.plumbline.decision.app.stream.DecisionStream.TopicEvent;
import dev.plumbline.decision.messaging.stream.RecentEvents.Entry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentEventsTest {
    private static final Duration NOW = Duration.ZERO;

    @Test
    void the_oldest_make_room_and_who_needs_them_has_fallen_behind() throws InterruptedException {
        RecentEvents recent = new RecentEvents(Offsets.of(10), 3, 1_000_000);
        add(recent, 10, 5);

        assertThat(recent.find(Offsets.of(10))).isEqualTo(RecentEvents.GONE);
        assertThat(recent.find(Offsets.of(11))).isEqualTo(RecentEvents.GONE);
        assertThat(recent.find(Offsets.of(12))).isEqualTo(2);
        assertThat(recent.find(Offsets.of(14))).isEqualTo(4);
        assertThat(recent.find(Offsets.of(99))).isEqualTo(5);
        assertThat(recent.take(2, 10, NOW)).map(Entry::offset).containsExactly(12L, 13L, 14L);
        assertThat(recent.take(5, 10, NOW)).isEmpty();
        assertThatThrownBy(() -> recent.take(1, 10, NOW))
                .isInstanceOf(BrokenOff.class)
                .hasMessageContaining("fallen behind");
    }

    @Test
    void who_comes_from_behind_waits_for_a_place_that_lasts() {
        RecentEvents recent = new RecentEvents(Offsets.of(0), 10, 1_000_000);
        add(recent, 0, 10);
        assertThat(recent.findSafe(Offsets.of(0)))
                .as("as long as nothing was overwritten")
                .isZero();
        add(recent, 10, 10);

        assertThat(recent.find(Offsets.of(10))).isEqualTo(10);
        assertThat(recent.findSafe(Offsets.of(10))).isEqualTo(RecentEvents.GONE);
        assertThat(recent.findSafe(Offsets.of(14))).isEqualTo(RecentEvents.GONE);
        assertThat(recent.findSafe(Offsets.of(15))).isEqualTo(15);
        assertThat(recent.findSafe(Offsets.of(20))).isEqualTo(20);
    }

    @Test
    void bytes_are_bounded_too() {
        RecentEvents recent = new RecentEvents(Offsets.of(0), 1000, 3 * 300);
        add(recent, 0, 10);

        assertThat(recent.find(Offsets.of(6))).isEqualTo(RecentEvents.GONE);
        assertThat(recent.find(Offsets.of(7))).isEqualTo(7);
    }

    @Test
    void an_event_larger_than_all_room_is_there_alone() throws InterruptedException {
        RecentEvents recent = new RecentEvents(Offsets.of(0), 1000, 10);
        add(recent, 0, 2);

        assertThat(recent.take(1, 10, NOW)).hasSize(1);
    }

    @Test
    void a_record_that_is_no_event_is_passed_all_the_same() {
        RecentEvents recent = new RecentEvents(Offsets.of(0, 0), 10, 1_000_000);
        recent.append(List.of(), Offsets.of(3, 1));

        assertThat(recent.reaches(Offsets.of(3, 1))).isTrue();
        assertThat(recent.end().read()).hasToString("3.1");
        assertThat(recent.find(Offsets.of(0, 0))).isZero();
    }

    @Test
    void who_waits_is_woken_by_an_event_and_by_the_end() throws InterruptedException {
        RecentEvents recent = new RecentEvents(Offsets.of(0), 10, 1_000_000);
        CompletableFuture<List<Entry>> waiting = CompletableFuture.supplyAsync(() -> take(recent, 0));
        add(recent, 0, 1);
        assertThat(waiting.join()).hasSize(1);

        CompletableFuture<List<Entry>> last = CompletableFuture.supplyAsync(() -> take(recent, 1));
        recent.breakOff("the end");

        assertThatThrownBy(last::join).hasRootCauseInstanceOf(BrokenOff.class).hasMessageContaining("the end");
        assertThat(recent.take(0, 10, NOW)).as("what came before the end").hasSize(1);
    }

    private static List<Entry> take(RecentEvents recent, long at) {
        try {
            return recent.take(at, 10, Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void add(RecentEvents recent, int from, int count) {
        List<Entry> entries = IntStream.range(from, from + count)
                .mapToObj(offset -> new Entry(0, offset, new TopicEvent("a", "t", new byte[100]), "p" + offset))
                .toList();
        recent.append(entries, Offsets.of(from + count));
    }
}
