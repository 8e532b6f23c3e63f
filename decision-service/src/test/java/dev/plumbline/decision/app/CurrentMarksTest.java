package dev.plumbline.decision.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.kit.ids.Ids;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Who is answered by which statement. Threads are played by a queue, so that each order of things can be had. */
class CurrentMarksTest {
    private final UUID one = Ids.next();
    private final UUID two = Ids.next();
    private final List<List<UUID>> statements = new ArrayList<>();
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private Function<List<UUID>, Map<UUID, StateMark>> database = this::numbered;
    private int number;

    private final CurrentMarks marks = new CurrentMarks(applications(), threads::add);

    @Test
    void those_who_ask_meanwhile_are_answered_by_one_statement() {
        List<CompletableFuture<Optional<StateMark>>> answers = List.of(ask(one), ask(two), ask(one));
        run();

        assertThat(statements).containsExactly(List.of(one, two));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).contains(mark(1)));
    }

    @Test
    void who_asks_while_a_statement_is_under_way_is_answered_by_a_later_one() {
        List<CompletableFuture<Optional<StateMark>>> late = new ArrayList<>();
        CompletableFuture<Optional<StateMark>> first = ask(one);
        database = ids -> {
            Map<UUID, StateMark> read = numbered(ids);
            if (late.isEmpty()) {
                late.add(ask(one));
            }
            return read;
        };
        run();

        assertThat(first.join()).contains(mark(1));
        assertThat(late.getFirst().join()).contains(mark(2));
    }

    @Test
    void no_statement_has_more_than_so_many() {
        List<CompletableFuture<Optional<StateMark>>> answers = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            answers.add(ask(Ids.next()));
        }
        run();

        assertThat(statements).extracting(List::size).containsExactly(64, 64, 22);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isPresent());
    }

    @Test
    void what_is_not_there_has_no_mark() {
        database = ids -> Map.of(two, mark(7));
        CompletableFuture<Optional<StateMark>> nothing = ask(one);
        CompletableFuture<Optional<StateMark>> something = ask(two);
        run();

        assertThat(nothing.join()).isEmpty();
        assertThat(something.join()).contains(mark(7));
    }

    @Test
    void a_statement_that_fails_fails_for_those_it_was_made_for_and_for_nobody_after_them() {
        database = ids -> {
            throw new IllegalStateException("the database is away");
        };
        CompletableFuture<Optional<StateMark>> first = ask(one);
        run();
        database = this::numbered;
        CompletableFuture<Optional<StateMark>> next = ask(two);
        run();

        assertThat(first).isCompletedExceptionally();
        assertThat(next.join()).isPresent();
    }

    @Test
    void where_no_thread_was_to_be_had_the_next_one_who_asks_gets_one() {
        boolean[] isShut = {true};
        CurrentMarks shut = new CurrentMarks(applications(), work -> {
            if (isShut[0]) {
                throw new RejectedExecutionException("nothing more is done");
            }
            threads.add(work);
        });
        for (int i = 0; i < 5; i++) {
            CompletableFuture<Optional<StateMark>> refused = shut.of(one).toCompletableFuture();
            assertThat(refused).isCompletedExceptionally();
        }
        isShut[0] = false;
        CompletableFuture<Optional<StateMark>> answer = shut.of(two).toCompletableFuture();
        run();

        assertThat(answer.join()).isPresent();
    }

    @Test
    void who_has_a_thread_keeps_it_through_whatever_is_thrown_there() {
        for (int i = 0; i < 5; i++) {
            database = ids -> {
                throw new StackOverflowError();
            };
            CompletableFuture<Optional<StateMark>> failed = ask(one);
            run();
            assertThat(failed).isCompletedExceptionally();
        }
        database = this::numbered;
        CompletableFuture<Optional<StateMark>> answer = ask(two);
        run();

        assertThat(answer.join()).isPresent();
    }

    @Test
    void a_thread_is_given_back_where_none_can_be_asked_for_any_more() {
        boolean[] isGone = {true};
        CurrentMarks ending = new CurrentMarks(applications(), work -> {
            if (isGone[0]) {
                throw new NullPointerException("the container is gone");
            }
            threads.add(work);
        });
        for (int i = 0; i < 5; i++) {
            assertThat(ending.of(one).toCompletableFuture()).isCompletedExceptionally();
        }
        isGone[0] = false;
        CompletableFuture<Optional<StateMark>> answer = ending.of(two).toCompletableFuture();
        run();

        assertThat(answer.join()).isPresent();
    }

    private CompletableFuture<Optional<StateMark>> ask(UUID application) {
        return marks.of(application).toCompletableFuture();
    }

    private void run() {
        for (Runnable next = threads.poll(); next != null; next = threads.poll()) {
            next.run();
        }
    }

    /** Each statement sees another state. */
    private Map<UUID, StateMark> numbered(List<UUID> ids) {
        number++;
        Map<UUID, StateMark> read = new HashMap<>();
        ids.forEach(id -> read.put(id, mark(number)));
        return read;
    }

    private static StateMark mark(int number) {
        return new StateMark(number, ByteBuffer.wrap(new byte[] {(byte) number}));
    }

    /** Of all that applications can be asked for, their marks. */
    private Applications applications() {
        return (Applications) Proxy.newProxyInstance(
                Applications.class.getClassLoader(),
                new Class<?>[] {Applications.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("marks")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    List<UUID> ids = ((Collection<?>) arguments[0])
                            .stream().map(UUID.class::cast).toList();
                    statements.add(ids);
                    return database.apply(ids);
                });
    }
}
