package dev.plumbline.job.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApplicationTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final ScreeningAnswer MET = new ScreeningAnswer("work-authorization", true);

    private final Application submitted = Application.submitted(new UUID(0, 1), new UUID(0, 2), "ats-1", 3, NOW);

    @Test
    void every_change_is_a_new_revision() {
        Application changed = submitted
                .screened(List.of(MET), NOW)
                .withdrawn(NOW)
                .reinstated(NOW)
                .erased(NOW);
        assertThat(changed.revision()).isEqualTo(5);
    }

    @Test
    void the_stamped_version_stays_through_every_change() {
        Application changed = submitted.withdrawn(NOW).reinstated(NOW).erased(NOW);
        assertThat(changed.rubricVersion()).isEqualTo(3);
        assertThat(changed.submittedAt()).isEqualTo(NOW);
    }

    @Test
    void withdrawal_and_erasure_keep_the_screening() {
        Application changed =
                submitted.screened(List.of(MET), NOW).withdrawn(NOW).erased(NOW);
        assertThat(changed.screening()).containsExactly(MET);
        assertThat(changed.status()).isEqualTo(ApplicationStatus.WITHDRAWN);
        assertThat(changed.candidateErasedAt()).isEqualTo(NOW);
    }

    @Test
    void an_answer_given_twice_is_found_at_the_later_one() {
        assertThat(ScreeningAnswer.findings(List.of(MET, new ScreeningAnswer("degree", null), MET)))
                .extracting(Finding::pointer)
                .containsExactly("/screening/2");
    }

    @Test
    void a_candidate_is_not_told_by_its_text() {
        assertThat(new Candidate("Ada Example", "ada@example.org").toString())
                .doesNotContain("Ada")
                .doesNotContain("ada@");
    }
}
