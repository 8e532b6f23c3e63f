package dev.plumbline.decision.app.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.decision.app.Application;
import dev.plumbline.decision.app.DecisionHistory;
import dev.plumbline.decision.app.JobRubrics;
import dev.plumbline.decision.app.RankKey;
import dev.plumbline.decision.app.RubricVersion;
import dev.plumbline.decision.app.Rubrics;
import dev.plumbline.decision.app.Standing;
import dev.plumbline.decision.app.Trigger;
import dev.plumbline.decision.domain.Bands;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Criterion;
import dev.plumbline.decision.domain.EvidenceSource;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.Interval;
import dev.plumbline.decision.domain.RatingScale;
import dev.plumbline.decision.domain.Recommendation;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.kit.problem.ProblemException;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
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
            new SimulateRubric(endless, rubrics(), fake(DecisionHistory.class, Map.of()), 10, 1, 100, 50);

    /** Applications without end. */
    private static final class Endless implements PastApplications {
        private long read;

        private long count = 15;
        private int counted;

        @Override
        public long count(UUID job, long most) {
            counted++;
            return Math.min(count, most);
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
        assertThat(endless.counted).isEqualTo(1);
        assertThatThrownBy(() -> simulateRubric.prepare(JOB, DRAFT, "zoe"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.error()).isInstanceOf(SimulationError.TooManySimulations.class));

        // Who is refused has nothing counted.
        assertThat(endless.counted).isEqualTo(1);

        assertThat(first.start(new Impatient(0), 1)).isEmpty();

        SimulateRubric.Run second = simulateRubric.prepare(JOB, DRAFT, "zoe");
        assertThatThrownBy(() -> second.start(new Broken(), 1)).isInstanceOf(IllegalStateException.class);
        assertThat(simulateRubric.prepare(JOB, DRAFT, "zoe")).isNotNull();
    }

    @Test
    void refuses_a_job_with_more_applications_than_it_takes_on() {
        endless.count = 1_000_000;
        assertThatThrownBy(() -> simulateRubric.prepare(JOB, DRAFT, "zoe"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.error()).isEqualTo(new SimulationError.JobTooLarge(100));
                    assertThat(refused.error().problem().detail()).contains("more than the 100");
                });

        endless.count = 100;
        assertThat(simulateRubric.prepare(JOB, DRAFT, "zoe").start(new Impatient(0), 1))
                .isEmpty();
    }

    @Test
    void takes_on_one_large_one_at_a_time() {
        SimulateRubric instance =
                new SimulateRubric(endless, rubrics(), fake(DecisionHistory.class, Map.of()), 10, 8, 100, 50);
        endless.count = 51;
        SimulateRubric.Run large = instance.prepare(JOB, DRAFT, "zoe");
        for (int i = 0; i < 9; i++) {
            assertThatThrownBy(() -> instance.prepare(JOB, DRAFT, "ana"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused ->
                                    assertThat(refused.error()).isInstanceOf(SimulationError.TooManySimulations.class));
        }
        endless.count = 50;
        assertThat(instance.prepare(JOB, DRAFT, "ana")).isNotNull();
        large.start(new Impatient(0), 1);
        endless.count = 51;
        assertThat(instance.prepare(JOB, DRAFT, "ana")).isNotNull();
    }

    @Test
    void an_application_decided_under_a_version_that_came_meanwhile_is_decided() {
        Standing standing = new Standing(
                1, 2, "i", "c", Recommendation.PENDING, null, false, RankKey.of((Interval) null), "c", "p");
        Application decided = new Application(new UUID(0, 7), Facts.of(List.of()), List.of(), false, standing, null);
        PastApplications one = new PastApplications() {
            @Override
            public long count(UUID job, long most) {
                return 1;
            }

            @Override
            public List<Application> chunk(UUID job, @Nullable UUID after, int most) {
                return after == null ? List.of(decided) : List.of();
            }
        };
        // Read before its publication was committed, and after.
        Iterator<JobRubrics> readings =
                List.of(versions(Set.of(1)), versions(Set.of(1, 2))).iterator();
        Rubrics published = (Rubrics) Proxy.newProxyInstance(
                Rubrics.class.getClassLoader(),
                new Class<?>[] {Rubrics.class},
                (self, method, given) -> method.getName().equals("isKnown") ? true : Map.of(JOB, readings.next()));
        SimulateRubric instance =
                new SimulateRubric(one, published, fake(DecisionHistory.class, Map.of()), 10, 1, 100, 50);

        SimulationResult result =
                instance.prepare(JOB, DRAFT, "zoe").start(new Patient(), 1).orElseThrow();

        assertThat(result.applications()).isEqualTo(1);
        assertThat(result.undecided()).isZero();
    }

    private static JobRubrics versions(Set<Integer> known) {
        return new JobRubrics() {
            @Override
            public OptionalInt newestForAllOpen() {
                return OptionalInt.empty();
            }

            @Override
            public @Nullable RubricVersion version(int version) {
                return known.contains(version)
                        ? new RubricVersion(version, new CompiledRubric(DRAFT), new Trigger("e", "t"))
                        : null;
            }
        };
    }

    /** Waits for the end. */
    private record Patient() implements SimulateRubric.Listener {
        @Override
        public boolean isWaiting() {
            return true;
        }

        @Override
        public void progress(long done, long of) {}

        @Override
        public void moved(SimulationResult.Moved moved) {}
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
