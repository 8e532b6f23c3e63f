package dev.plumbline.assessment.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.assessment.domain.Answer;
import dev.plumbline.assessment.domain.Item;
import dev.plumbline.assessment.domain.Scoring;
import dev.plumbline.assessment.domain.Section;
import dev.plumbline.assessment.domain.SectionScore;
import dev.plumbline.assessment.domain.TestDefinition;
import dev.plumbline.kit.rest.JsonSettings;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShippedTestTest {

    private static final TestReader.Written SHIPPED = shipped();

    private static TestReader.Written shipped() {
        try (InputStream file = ShippedTestTest.class.getResourceAsStream("/tests/medical-office-manager.json")) {
            return TestReader.read(JsonSettings.apply(new ObjectMapper()).readTree(Objects.requireNonNull(file)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Item> items() {
        return SHIPPED.definition().sections().stream()
                .flatMap(section -> section.items().stream())
                .toList();
    }

    @Test
    void has_the_sections_that_its_job_counts_on() {
        TestDefinition test = SHIPPED.definition();
        assertThat(SHIPPED.id()).isEqualTo("medical-office-manager");
        assertThat(test.sections())
                .extracting(Section::id)
                .containsExactlyInAnyOrder(
                        "hipaa",
                        "billing",
                        "scheduling",
                        "osha-clia",
                        "communication",
                        "judgment",
                        "attention-to-detail",
                        "cognitive");
        assertThat(test.sections())
                .allSatisfy(section -> assertThat(section.items()).hasSizeBetween(4, 6));
    }

    @Test
    void every_key_says_why_it_is_right() {
        assertThat(items())
                .filteredOn(Item.Keyed.class::isInstance)
                .allSatisfy(item -> assertThat(((Item.Keyed) item).rationale())
                        .as(item.id())
                        .isNotBlank());
    }

    @Test
    void keys_are_spread_over_the_options() {
        Map<String, Long> single = items().stream()
                .filter(Item.SingleChoice.class::isInstance)
                .collect(Collectors.groupingBy(item -> ((Item.SingleChoice) item).key(), Collectors.counting()));
        assertThat(single.keySet()).contains("a", "b", "c", "d");
        assertThat(single.values()).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(10L));
        assertThat(items())
                .filteredOn(Item.MultipleChoice.class::isInstance)
                .allSatisfy(item -> assertThat(((Item.MultipleChoice) item).key())
                        .hasSizeBetween(
                                2, ((Item.MultipleChoice) item).options().size() - 1));
    }

    @Test
    void written_answers_are_rated_by_two_for_clarity_empathy_and_effectiveness() {
        List<Item.Written> written = items().stream()
                .filter(Item.Written.class::isInstance)
                .map(Item.Written.class::cast)
                .toList();
        assertThat(written).hasSize(2).allSatisfy(item -> {
            assertThat(item.raters()).isEqualTo(2);
            assertThat(item.criteria())
                    .extracting(Item.Criterion::id)
                    .containsExactly("clarity", "empathy", "effectiveness");
        });
    }

    @Test
    void answering_by_the_key_earns_every_point_that_needs_no_rater() {
        for (Section section : SHIPPED.definition().sections()) {
            Map<String, Answer> answers =
                    section.items().stream().collect(Collectors.toMap(Item::id, ShippedTestTest::byTheKey));
            SectionScore score = Scoring.score(section, answers, Map.of());
            assertThat(score.earned().plus(score.pending())).isEqualTo(score.possible());
            assertThat(Objects.requireNonNull(score.questions()).right()).isEqualTo(section.questions());
        }
    }

    private static Answer byTheKey(Item item) {
        return switch (item) {
            case Item.SingleChoice it -> new Answer.Choice(List.of(it.key()));
            case Item.MultipleChoice it -> new Answer.Choice(it.key());
            case Item.Numeric it -> new Answer.Number(it.value());
            case Item.Written it -> new Answer.Text("An answer.");
        };
    }
}
