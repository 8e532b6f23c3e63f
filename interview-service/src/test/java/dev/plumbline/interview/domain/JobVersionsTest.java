package dev.plumbline.interview.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which version holds for an application: decision semantics, section 8. */
class JobVersionsTest {
    private static final UUID JOB = new UUID(3, 3);

    @Test
    void the_stamped_version_holds_while_newer_ones_are_for_new_applications() {
        assertThat(effective(false, 1, version(1, false), version(2, false), version(3, false)))
                .isEqualTo(1);
    }

    @Test
    void the_newest_version_for_all_open_applications_holds_if_it_is_newer() {
        assertThat(effective(false, 1, version(2, true), version(1, false), version(3, false)))
                .isEqualTo(2);
        assertThat(effective(false, 3, version(2, true), version(3, false))).isEqualTo(3);
        assertThat(effective(false, 1, version(1, false), version(4, true), version(2, true)))
                .isEqualTo(4);
    }

    @Test
    void a_withdrawn_application_keeps_its_stamped_version() {
        assertThat(effective(true, 1, version(1, false), version(2, true))).isEqualTo(1);
    }

    @Test
    void nothing_holds_while_the_version_is_not_known_here() {
        assertThat(new JobVersions(List.of(version(2, false))).effectiveFor(application(false, 1)))
                .isEmpty();
        assertThat(new JobVersions(List.of()).effectiveFor(application(false, 1)))
                .isEmpty();
    }

    @Test
    void a_question_that_a_newer_version_dropped_keeps_its_last_wording() {
        JobVersion first = version(1, false, "old", "both");
        JobVersion second = version(2, true, "both");
        JobVersion third = version(3, false, "old", "both");
        JobVersions versions = new JobVersions(List.of(third, first, second));

        assertThat(versions.question("both", second).title()).isEqualTo("both of 2");
        assertThat(versions.question("old", second).title()).isEqualTo("old of 1");
        assertThat(versions.question("never", second)).isEqualTo(InterviewQuestion.named("never", "never"));
    }

    private static int effective(boolean withdrawn, int stamped, JobVersion... versions) {
        return new JobVersions(List.of(versions))
                .effectiveFor(application(withdrawn, stamped))
                .orElseThrow()
                .version();
    }

    private static Application application(boolean withdrawn, int stamped) {
        return new Application(Interviews.APPLICATION, JOB, stamped, withdrawn, false);
    }

    private static JobVersion version(int version, boolean appliesToAllOpen, String... questions) {
        return new JobVersion(
                JOB,
                version,
                appliesToAllOpen,
                "Job",
                new RatingScale(BigDecimal.ONE, BigDecimal.TEN),
                List.of(questions).stream()
                        .map(q -> InterviewQuestion.named(q, q + " of " + version))
                        .toList(),
                Set.of());
    }
}
