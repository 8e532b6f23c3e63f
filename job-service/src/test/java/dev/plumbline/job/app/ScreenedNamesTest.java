package dev.plumbline.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.domain.JobVersion;
import dev.plumbline.job.domain.RatingScale;
import dev.plumbline.job.domain.RubricOutline;
import dev.plumbline.job.domain.RubricOutline.Use;
import dev.plumbline.job.domain.ScreeningCriterion;
import dev.plumbline.job.domain.SelectionPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScreenedNamesTest {
    private static final UUID JOB = new UUID(0, 1);

    private final TreeMap<Integer, SelectionPlan> published = new TreeMap<>();
    private final List<Integer> read = new ArrayList<>();
    private final ScreenedNames names = new ScreenedNames(new Versions(), new Gates());

    private final class Versions implements JobVersions {
        @Override
        public void add(JobVersion version) {
            throw new UnsupportedOperationException("Nothing is published here");
        }

        @Override
        public Optional<JobVersion> find(UUID jobId, int version) {
            throw new UnsupportedOperationException("No version is needed as a whole");
        }

        @Override
        public List<JobVersion> of(UUID jobId) {
            throw new UnsupportedOperationException("Nor are all of them at once");
        }

        @Override
        public List<Integer> numbers(UUID jobId) {
            return jobId.equals(JOB) ? List.copyOf(published.keySet()) : List.of();
        }

        @Override
        public Optional<SelectionPlan> plan(UUID jobId, int version) {
            read.add(version);
            return Optional.ofNullable(published.get(version));
        }
    }

    /** A rubric of these tests is the name that its one gate asks by. */
    private static final class Gates implements Rubrics {
        @Override
        public Reading read(String rubric) {
            return new Reading.Valid(new RubricOutline(
                    new RatingScale(BigDecimal.ONE, BigDecimal.TEN, "PROPORTIONAL"),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(new Use(rubric, "/gates/0/criterion"))));
        }

        @Override
        public Reweighting reweigh(String rubric, Map<String, BigDecimal> weightByNode) {
            throw new UnsupportedOperationException("Nothing is reweighed here");
        }
    }

    private void publish(String criterion, String gate) {
        published.put(
                published.size() + 1,
                new SelectionPlan(gate, List.of(), List.of(new ScreeningCriterion(criterion, "?")), null));
    }

    @Test
    void names_are_those_of_criteria_and_gates_of_all_versions() {
        publish("licence & visa", "night shifts?");
        publish("licence & visa", "week-ends!");
        assertThat(names.of(JOB)).containsExactly("licence & visa", "night shifts?", "week-ends!");
        assertThat(names.of(new UUID(0, 2))).isEmpty();
    }

    @Test
    void each_version_is_read_once() {
        publish("a", "b");
        publish("c", "d");
        names.of(JOB);
        names.of(JOB);
        publish("e", "f");

        assertThat(names.of(JOB)).containsExactly("a", "b", "c", "d", "e", "f");
        assertThat(read).containsExactly(1, 2, 3);
    }
}
