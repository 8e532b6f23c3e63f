package dev.plumbline.decision.app.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.decision.app.Application;
import dev.plumbline.decision.app.DecisionHistory;
import dev.plumbline.decision.app.JobRubrics;
import dev.plumbline.decision.app.RubricVersion;
import dev.plumbline.decision.app.Rubrics;
import dev.plumbline.decision.domain.Bands;
import dev.plumbline.decision.domain.Criterion;
import dev.plumbline.decision.domain.EvidenceSource;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.RatingScale;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.kit.problem.ProblemException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a simulation begins and ends, over applications without decisions, of which there is no end. */
class SimulateRubricTest {
    private static final UUID JOB = new UUID(1, 1);
    private static final Rubric DRAFT = new Rubric(
            new RatingScale(Figure.ONE, Figure.of(5), RatingScale.Mapping.PROPORTIONAL),
            new Criterion.Inner(
                    "root",
                    "root",
                    false,
                    List.of(new Criterion.Part(
                            Figure.HUNDRED,
                            new Criterion.Leaf("s", "s", false, new EvidenceSource.AssessmentSection("s"))))),
            List.of(),
            new Bands(Figure.of(80), Figure.of(60)));

    private final Endless endless = new Endless();
    private final SimulateRubric simulateRubric =
            new SimulateRubric(endless, rubrics(), fake(DecisionHistory.class, Map.of()), 10, 1);

    /** Applications without end. */
    private static final class Endless implements PastApplications {
        private long read;

        @Override
        public long count(UUID job) {
            return 15;
        }

        @Override
        public List<Application> chunk(UUID job, @Nullable UUID after, int most) {
            long from = after == null ? 1 : after.getLeastSignificantBits() + 1;
            read += most;
            return LongStream.range(from, from + most)
                    .mapToObj(number -> Application.unknown(new UUID(0, number)))
                    .toList();
        }
    }

    /** Waits for so many chunks. */
    private static final class Impatient implements SimulateRubric.Listener {
        private int chunks;
        private long done;
        private long of;

        Impatient(int chunks) {
            this.chunks = chunks;
        }

        @Override
        public boolean isWaiting() {
            return chunks-- > 0;
        }

        @Override
        public void progress(long doneNow, long ofAll) {
            done = doneNow;
            of = ofAll;
        }

        @Override
        public void moved(SimulationResult.Moved moved) {
            throw new AssertionError("nobody has a decision to move from");
        }
    }

    @Test
    void ends_with_the_chunk_in_which_the_client_goes_away() {
        Impatient client = new Impatient(3);

        assertThat(simulateRubric.prepare(JOB, DRAFT, "zoe").start(client, 1)).isEmpty();

        assertThat(endless.read).isEqualTo(40);
        assertThat(client.done).isEqualTo(30);
        // More came than were counted at first.
        assertThat(client.of).isEqualTo(30);
    }

    @Test
    void takes_on_no_more_than_it_has_places_for_and_gives_each_back() {
        SimulateRubric.Run first = simulateRubric.prepare(JOB, DRAFT, "zoe");
        assertThatThrownBy(() -> simulateRubric.prepare(JOB, DRAFT, "zoe"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.error()).isInstanceOf(SimulationError.TooManySimulations.class));

        assertThat(first.start(new Impatient(0), 1)).isEmpty();

        SimulateRubric.Run second = simulateRubric.prepare(JOB, DRAFT, "zoe");
        assertThatThrownBy(() -> second.start(new Broken(), 1)).isInstanceOf(IllegalStateException.class);
        assertThat(simulateRubric.prepare(JOB, DRAFT, "zoe")).isNotNull();
    }

    /** Breaks off. */
    private record Broken() implements SimulateRubric.Listener {
        @Override
        public boolean isWaiting() {
            throw new IllegalStateException("broken");
        }

        @Override
        public void progress(long done, long of) {}

        @Override
        public void moved(SimulationResult.Moved moved) {}
    }

    private static Rubrics rubrics() {
        JobRubrics none = new JobRubrics() {
            @Override
            public OptionalInt newestForAllOpen() {
                return OptionalInt.empty();
            }

            @Override
            public @Nullable RubricVersion version(int version) {
                return null;
            }
        };
        return fake(Rubrics.class, Map.of("isKnown", true, "of", Map.of(JOB, none)));
    }

    /** A port that has these answers, and is asked nothing else. */
    private static <T> T fake(Class<T> port, Map<String, Object> answers) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, given) -> {
            Object answer = answers.get(method.getName());
            if (answer == null) {
                throw new AssertionError(method.getName() + " is not asked");
            }
            return answer;
        }));
    }
}
