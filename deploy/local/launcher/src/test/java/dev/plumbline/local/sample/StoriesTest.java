package dev.plumbline.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoriesTest {
    static Stream<Story> stories() {
        return Stories.all().stream();
    }

    @Test
    void there_are_twelve_candidates() {
        assertThat(Stories.all()).hasSize(12);
        assertThat(Stories.all()).extracting(Story::externalId).doesNotHaveDuplicates();
        assertThat(Stories.all()).extracting(Story::name).doesNotHaveDuplicates();
        assertThat(Stories.all()).extracting(Story::outcome).doesNotContain(java.util.Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void a_story_goes_as_it_tells(Story story) {
        StoryEvidence evidence = new StoryEvidence(story);
        for (Step step : story.steps()) {
            evidence.add(step);
            if (step instanceof Step.Decided decided) {
                assertThat(evidence.decide().get("recommendation").asText()).isEqualTo(decided.recommendation());
            }
            if (step instanceof Step.FormHandedIn form) {
                assertThat(form.ratings()).hasSameSizeAs(evidence.questions());
            }
            if (step instanceof Step.TakesTest taken) {
                assertThat(evidence.items()).containsAll(taken.wrong());
            }
            if (step instanceof Step.VerdictGiven) {
                assertThat(evidence.decide().get("complete").asBoolean()).isTrue();
                assertThat(evidence.decide().get("gates").findValuesAsText("state"))
                        .doesNotContain("PENDING");
            }
        }
    }

    @Test
    void every_gate_fails_somewhere_under_a_high_total() {
        Set<String> failed = new HashSet<>();
        List<String> gates = new StoryEvidence(Stories.all().getFirst()).gates();
        for (Story story : Stories.all()) {
            JsonNode end = end(story);
            if (end.path("band").asText().equals("STRONG")
                    && end.get("complete").asBoolean()) {
                end.get("gates").forEach(gate -> {
                    if (gate.get("state").asText().equals("FAILED")) {
                        failed.add(gate.get("gate").asText());
                    }
                });
            }
        }
        assertThat(failed).containsExactlyInAnyOrderElementsOf(gates).hasSize(6);
    }

    @Test
    void strong_discuss_and_fail_are_shown_by_the_total_alone() {
        List<String> bands = new ArrayList<>();
        for (Story story : Stories.all().subList(0, 3)) {
            JsonNode end = end(story);
            bands.add(end.get("band").asText());
            assertThat(end.get("gates").findValuesAsText("state")).containsOnly("PASSED");
        }
        assertThat(bands).containsExactly("STRONG", "DISCUSS", "FAIL");
    }

    @Test
    void a_rejection_can_be_certain_before_any_interview() {
        Story early = Stories.all().get(10);

        assertThat(early.steps()).noneMatch(step -> step instanceof Step.InterviewPlanned);
        assertThat(end(early).get("band").asText()).isEqualTo("FAIL");
        assertThat(end(early).get("complete").asBoolean()).isFalse();
    }

    @Test
    void the_rest_is_shown_too() {
        List<Step> steps =
                Stories.all().stream().flatMap(story -> story.steps().stream()).toList();

        assertThat(steps).anyMatch(step -> step instanceof Step.FlagRuled ruled && ruled.confirmed());
        assertThat(steps).anyMatch(step -> step instanceof Step.FlagRuled ruled && !ruled.confirmed());
        assertThat(steps)
                .anyMatch(step ->
                        step instanceof Step.FormHandedIn form && form.ratings().contains(0));
        assertThat(steps).anyMatch(step -> step instanceof Step.RatingCorrected);
        assertThat(steps).anyMatch(step -> step instanceof Step.Withdraws);
        assertThat(Stories.all())
                .anyMatch(story -> story.outcome().orElseThrow().equals("REJECT")
                        && story.steps().getLast() instanceof Step.VerdictGiven given
                        && given.verdict().equals("HIRE")
                        && given.reason().length() >= 20);
    }

    private static JsonNode end(Story story) {
        StoryEvidence evidence = new StoryEvidence(story);
        story.steps().forEach(evidence::add);
        return evidence.decide();
    }
}
