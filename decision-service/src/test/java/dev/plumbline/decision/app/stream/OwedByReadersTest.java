package dev.plumbline.decision.app.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.decision.app.PanelSeats;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How often the database is asked who owes a rating, and that no answer is older than the events it is asked for. */
class OwedByReadersTest {
    private static final UUID APPLICATION = new UUID(1, 1);

    private final Seats seats = new Seats();
    private final OwedByReaders owed = new OwedByReaders(seats);

    /** Seats that count how often they are looked at. */
    private static final class Seats implements PanelSeats {
        private final Map<String, Set<UUID>> taken = new HashMap<>();
        private int asked;

        @Override
        public void put(Map<UUID, Set<String>> owing) {
            throw new AssertionError("a reader writes nothing");
        }

        @Override
        public Map<String, Set<UUID>> owedBy(Collection<String> persons) {
            asked++;
            Map<String, Set<UUID>> found = new HashMap<>(taken);
            found.keySet().retainAll(persons);
            return found;
        }
    }

    @Test
    void asks_once_for_all_readers_of_the_same_events() {
        seats.taken.put("mia", Set.of(APPLICATION));
        owed.enter("mia");
        owed.enter("zoe");
        // Before it is asked, also where the clock is slow.
        long read = System.nanoTime() - 1;

        assertThat(owed.of("mia", read)).containsExactly(APPLICATION.toString());
        assertThat(owed.of("zoe", read)).isEmpty();
        assertThat(owed.of("mia", read)).hasSize(1);
        assertThat(seats.asked).isEqualTo(1);
    }

    @Test
    void asks_anew_for_events_that_were_read_later() {
        owed.enter("mia");
        assertThat(owed.of("mia", System.nanoTime())).isEmpty();
        seats.taken.put("mia", Set.of(APPLICATION));

        assertThat(owed.of("mia", System.nanoTime())).containsExactly(APPLICATION.toString());
        seats.taken.clear();
        assertThat(owed.of("mia", System.nanoTime())).isEmpty();
    }

    @Test
    void asks_anew_for_who_was_not_there() {
        seats.taken.put("zoe", Set.of(APPLICATION));
        owed.enter("mia");
        long read = System.nanoTime() - 1;
        assertThat(owed.of("mia", read)).isEmpty();
        owed.enter("zoe");

        assertThat(owed.of("zoe", read)).containsExactly(APPLICATION.toString());
    }

    @Test
    void asks_for_a_person_as_long_as_one_of_their_streams_is_open() {
        seats.taken.put("mia", Set.of(APPLICATION));
        owed.enter("mia");
        owed.enter("mia");
        owed.leave("mia");

        assertThat(owed.of("mia", System.nanoTime())).hasSize(1);
        owed.leave("mia");
        // Nobody is asked for any more.
        assertThat(owed.of("mia", System.nanoTime())).isEmpty();
    }
}
