package dev.plumbline.job.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.domain.RubricOutline.Use;
import dev.plumbline.job.domain.TestVersion.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestVersionTest {
    private static final Use HIPAA = new Use("hipaa", "/criteria/children/0/evidence/section");
    private static final Use LETTER = new Use("letter", "/criteria/children/1/evidence/section");
    private static final Use COUNTED = new Use("letter", "/gates/0/sections/0");

    private final TestVersion test = new TestVersion(
            new TestReference("receptionist", 1), 1, List.of(new Section("hipaa", 5), new Section("letter", 0)));

    private List<String> mismatches(List<Use> sections, List<Use> counted) {
        return test.mismatches(Drafts.outline(sections, counted)).stream()
                .map(Finding::pointer)
                .toList();
    }

    @Test
    void matches_a_rubric_of_the_same_sections() {
        assertThat(mismatches(List.of(LETTER, HIPAA), List.of())).isEmpty();
    }

    @Test
    void does_not_match_a_leaf_that_it_has_no_section_for() {
        Use unknown = new Use("french", "/criteria/children/2/evidence/section");
        assertThat(mismatches(List.of(HIPAA, LETTER, unknown), List.of()))
                .containsExactly("/rubric/criteria/children/2/evidence/section");
    }

    @Test
    void does_not_match_a_rubric_that_ignores_a_section() {
        assertThat(mismatches(List.of(HIPAA), List.of())).containsExactly("/test");
    }

    @Test
    void does_not_match_a_gate_that_counts_where_nothing_can_be_right() {
        assertThat(mismatches(List.of(HIPAA, LETTER), List.of(new Use("hipaa", "/gates/1/sections/0"), COUNTED)))
                .containsExactly("/rubric/gates/0/sections/0");
    }

    @Test
    void names_every_mismatch() {
        Use unknown = new Use("french", "/criteria/children/0/evidence/section");
        assertThat(mismatches(List.of(unknown), List.of(COUNTED)))
                .containsExactlyInAnyOrder(
                        "/rubric/criteria/children/0/evidence/section", "/test", "/test", "/rubric/gates/0/sections/0");
    }
}
