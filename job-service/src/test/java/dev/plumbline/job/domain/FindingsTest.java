package dev.plumbline.job.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.domain.RubricOutline.Use;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What contradicts itself in a job. */
class FindingsTest {
    private static JobProfile paid(String min, @Nullable String max) {
        Salary salary =
                new Salary("USD", new BigDecimal(min), max == null ? null : new BigDecimal(max), Salary.Period.YEAR);
        Employment employment = new Employment(List.of(Employment.Type.FULL_TIME), null, salary, null, null);
        return new JobProfile(
                "Receptionist",
                new Description("f", "", ""),
                null,
                null,
                employment,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void ids_used_twice_are_found_at_the_later_ones() {
        assertThat(Drafts.profile("phone", "desk", "phone", "phone").findings())
                .extracting(Finding::pointer)
                .containsExactly("/responsibilities/2/id", "/responsibilities/3/id");
        assertThat(Drafts.plan("team", "team").findings())
                .extracting(Finding::pointer)
                .containsExactly("/interviewQuestions/1/id");
    }

    @Test
    void a_salary_that_ends_before_it_begins_is_found() {
        assertThat(paid("60000", "50000").findings())
                .extracting(Finding::pointer)
                .containsExactly("/employment/salary/max");
        assertThat(paid("60000", "60000.00").findings()).isEmpty();
        assertThat(paid("60000", null).findings()).isEmpty();
    }

    @Test
    void questions_that_nobody_asks_are_found_where_they_are_used() {
        Use asked = new Use("phone", "/criteria/children/0/evidence/question");
        Use unasked = new Use("garden", "/criteria/children/1/evidence/question");
        assertThat(Drafts.plan("phone").unaskedQuestions(List.of(asked, unasked)))
                .containsExactly(unasked);
    }

    @Test
    void a_scale_is_the_same_however_its_numbers_are_written() {
        assertThat(new RatingScale(new BigDecimal("1.0"), new BigDecimal("5"), "MIN_MAX"))
                .isEqualTo(new RatingScale(new BigDecimal("1"), new BigDecimal("5.00"), "MIN_MAX"))
                .isNotEqualTo(new RatingScale(new BigDecimal("1"), new BigDecimal("5"), "PROPORTIONAL"));
    }
}
