package dev.plumbline.assessment.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.plumbline.assessment.domain.Item;
import dev.plumbline.assessment.domain.PublishedTest;
import dev.plumbline.assessment.domain.Section;
import dev.plumbline.assessment.domain.TestDefinition;
import dev.plumbline.assessment.domain.TestDraft;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of a test.
 *
 * @param version only on a published one
 */
@Schema(
        name = "Test",
        requiredProperties = {"title", "instructions", "durationMinutes", "sections"})
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"id", "version", "publishedAt", "title", "instructions", "durationMinutes", "sections"})
public record TestDocument(
        @Nullable String id,
        @Nullable Integer version,
        @Nullable Instant publishedAt,
        String title,
        String instructions,
        int durationMinutes,
        List<SectionDocument> sections) {

    /** What is shown of the items' answers. */
    public enum Key {
        SHOWN,
        LEFT_OUT
    }

    /** A section of a test. */
    @Schema(
            name = "TestSection",
            requiredProperties = {"id", "name", "competency", "items"})
    public record SectionDocument(String id, String name, String competency, List<ItemDocument> items) {}

    /**
     * An item of a test; which members there are depends on its type.
     *
     * @param key for choices a list of option ids, for numbers {@link NumericKey}; recruiters only
     */
    @Schema(
            name = "TestItem",
            requiredProperties = {"id", "type", "prompt", "points"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ItemDocument(
            String id,

            @Schema(enumeration = {"SINGLE_CHOICE", "MULTIPLE_CHOICE", "NUMERIC", "WRITTEN"})
            String type,

            String prompt,
            BigDecimal points,
            @Nullable List<OptionDocument> options,

            @Schema(
                    description = "option ids of a choice; value and tolerance of a number; recruiters only",
                    oneOf = {String[].class, NumericKey.class})
            @Nullable Object key,

            @Nullable String rationale,
            @Nullable Integer maxLength,
            @Nullable RatingDocument rating) {}

    /** A choice offered. */
    @Schema(
            name = "TestOption",
            requiredProperties = {"id", "text"})
    public record OptionDocument(String id, String text) {}

    /** The right number and how far off an answer may be. */
    public record NumericKey(BigDecimal value, BigDecimal tolerance) {}

    /** How a written answer is rated. */
    @Schema(
            name = "WrittenRating",
            requiredProperties = {"raters", "criteria"})
    public record RatingDocument(int raters, List<CriterionDocument> criteria) {}

    /** What a written answer is rated for; anchors are keyed "1" to "5". */
    @Schema(
            name = "WrittenCriterion",
            requiredProperties = {"id", "name", "anchors"})
    public record CriterionDocument(String id, String name, Map<String, String> anchors) {

        public static CriterionDocument of(Item.Criterion criterion) {
            Map<String, String> anchors = new LinkedHashMap<>();
            for (int i = 0; i < criterion.anchors().size(); i++) {
                anchors.put(Integer.toString(i + 1), criterion.anchors().get(i));
            }
            return new CriterionDocument(criterion.id(), criterion.name(), anchors);
        }
    }

    public static TestDocument of(TestDraft draft, Key key) {
        return of(draft.id(), null, null, draft.definition(), key);
    }

    public static TestDocument of(PublishedTest test, Key key) {
        return of(test.id(), test.version(), test.publishedAt(), test.definition(), key);
    }

    /** The definition alone, whole, as it is stored. */
    public static TestDocument of(TestDefinition definition) {
        return of(null, null, null, definition, Key.SHOWN);
    }

    private static TestDocument of(
            @Nullable String id,
            @Nullable Integer version,
            @Nullable Instant publishedAt,
            TestDefinition test,
            Key key) {
        return new TestDocument(
                id,
                version,
                publishedAt,
                test.title(),
                test.instructions(),
                test.durationMinutes(),
                test.sections().stream().map(section -> section(section, key)).toList());
    }

    private static SectionDocument section(Section section, Key key) {
        return new SectionDocument(
                section.id(),
                section.name(),
                section.competency(),
                section.items().stream()
                        .map(item -> key == Key.SHOWN ? whole(item) : withoutKey(whole(item)))
                        .toList());
    }

    private static ItemDocument withoutKey(ItemDocument item) {
        return new ItemDocument(
                item.id, item.type, item.prompt, item.points, item.options, null, null, item.maxLength, item.rating);
    }

    private static ItemDocument whole(Item item) {
        return switch (item) {
            case Item.SingleChoice it ->
                choice(it, "SINGLE_CHOICE", options(it.options()), List.of(it.key()), it.rationale());
            case Item.MultipleChoice it ->
                choice(it, "MULTIPLE_CHOICE", options(it.options()), it.key(), it.rationale());
            case Item.Numeric it ->
                choice(it, "NUMERIC", null, new NumericKey(it.value(), it.tolerance()), it.rationale());
            case Item.Written it ->
                new ItemDocument(
                        it.id(), "WRITTEN", it.prompt(), it.points(), null, null, null, it.maxLength(), rating(it));
        };
    }

    private static ItemDocument choice(
            Item item, String type, @Nullable List<OptionDocument> options, Object key, @Nullable String rationale) {
        return new ItemDocument(item.id(), type, item.prompt(), item.points(), options, key, rationale, null, null);
    }

    public static List<OptionDocument> options(List<Item.Option> options) {
        return options.stream()
                .map(option -> new OptionDocument(option.id(), option.text()))
                .toList();
    }

    private static RatingDocument rating(Item.Written item) {
        return new RatingDocument(
                item.raters(),
                item.criteria().stream().map(CriterionDocument::of).toList());
    }
}
