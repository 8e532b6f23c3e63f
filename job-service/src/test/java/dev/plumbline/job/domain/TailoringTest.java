package dev.plumbline.job.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TailoringTest {
    private final Template template = Drafts.template();

    private static ProfileTailoring responsibilities(
            @Nullable List<Responsibility> all, List<Responsibility> added, List<String> removed) {
        return new ProfileTailoring(null, null, null, null, null, null, null, all, added, removed, null, null, null);
    }

    private static PlanTailoring rubric(@Nullable String rubric, @Nullable String variant) {
        return new PlanTailoring(null, null, null, rubric, variant, Map.of());
    }

    @Test
    void nothing_said_is_the_template() {
        ProfileTailoring nothing = responsibilities(null, List.of(), List.of());
        assertThat(nothing.applyTo(template.profile())).isEqualTo(template.profile());
        assertThat(rubric(null, null).applyTo(template)).isEqualTo(template.plan());
    }

    @Test
    void one_paragraph_can_be_different_from_the_others() {
        ProfileTailoring scope = new ProfileTailoring(
                null, null, null, "two sites", null, null, null, null, List.of(), List.of(), null, null, null);
        assertThat(scope.applyTo(template.profile()).description())
                .isEqualTo(new Description("function", "focus", "two sites"));
    }

    @Test
    void responsibilities_are_removed_and_added_at_the_end() {
        ProfileTailoring tailoring = responsibilities(null, List.of(Drafts.responsibility("keys")), List.of("phone"));
        assertThat(tailoring.findings(template.profile())).isEmpty();
        assertThat(tailoring.applyTo(template.profile()).responsibilities())
                .extracting(Responsibility::id)
                .containsExactly("desk", "keys");
    }

    @Test
    void a_removed_responsibility_can_be_added_differently() {
        ProfileTailoring tailoring = responsibilities(null, List.of(Drafts.responsibility("phone")), List.of("phone"));
        assertThat(tailoring.findings(template.profile())).isEmpty();
    }

    @Test
    void what_cannot_be_removed_or_added_is_found() {
        ProfileTailoring tailoring =
                responsibilities(null, List.of(Drafts.responsibility("desk")), List.of("phone", "phone", "garden"));
        assertThat(tailoring.findings(template.profile()))
                .extracting(Finding::pointer)
                .containsExactly("/removeResponsibilities/1", "/removeResponsibilities/2", "/addResponsibilities/0/id");
    }

    @Test
    void replacing_all_and_changing_some_is_a_contradiction() {
        ProfileTailoring tailoring = responsibilities(List.of(), List.of(), List.of("phone"));
        assertThat(tailoring.findings(template.profile()))
                .extracting(Finding::pointer)
                .containsExactly("/responsibilities");
    }

    @Test
    void a_variant_is_taken_by_its_id() {
        assertThat(rubric(null, "flat").findings(template)).isEmpty();
        assertThat(rubric(null, "flat").applyTo(template).rubric()).isEqualTo("{\"flat\": true}");
    }

    @Test
    void an_unknown_variant_and_one_beside_a_rubric_are_found() {
        assertThat(rubric(null, "round").findings(template))
                .extracting(Finding::pointer)
                .containsExactly("/rubricVariant");
        assertThat(rubric("{}", "flat").findings(template))
                .extracting(Finding::pointer)
                .containsExactly("/rubricVariant");
    }
}
