package dev.plumbline.decision.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SharedPlacesTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void nobody_takes_more_than_half() {
        SharedPlaces places = new SharedPlaces(4);

        assertThat(places.tryTake("zoe")).isTrue();
        assertThat(places.tryTake("zoe")).isTrue();
        assertThat(places.tryTake("zoe")).isFalse();
        assertThat(places.tryTake("ana")).isTrue();
        assertThat(places.tryTake("ben")).isTrue();
        assertThat(places.tryTake("cyd")).isFalse();
        assertThat(places.taken()).isEqualTo(4);

        places.giveBack("zoe");
        assertThat(places.tryTake("cyd")).isTrue();
        places.giveBack("ana");
        assertThat(places.tryTake("zoe")).isTrue();
    }

    @Test
    void the_only_place_may_be_anybodys() {
        SharedPlaces places = new SharedPlaces(1);
        assertThat(places.tryTake("zoe")).isTrue();
        assertThat(places.tryTake("ana")).isFalse();
        places.giveBack("zoe");
        assertThat(places.tryTake("ana")).isTrue();
    }

    @Test
    void who_waits_is_passed_by_those_only_who_may_have_what_they_may_not() throws InterruptedException {
        SharedPlaces places = new SharedPlaces(2);
        assertThat(places.tryTake("zoe")).isTrue();
        assertThat(places.tryTake("ana")).isTrue();
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (String person : List.of("zoe", "ben", "cyd")) {
            Thread thread = Thread.ofPlatform().start(() -> {
                if (places.tryTake(person, LONG)) {
                    order.add(person);
                }
            });
            threads.add(thread);
            Awaitility.await(person + " waits")
                    .atMost(LONG)
                    .until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        }

        places.giveBack("ana");
        threads.get(1).join(LONG);
        assertThat(order).containsExactly("ben");
        places.giveBack("ben");
        threads.get(2).join(LONG);
        assertThat(order).containsExactly("ben", "cyd");
        places.giveBack("zoe");
        threads.getFirst().join(LONG);
        assertThat(order).containsExactly("ben", "cyd", "zoe");
    }
}
