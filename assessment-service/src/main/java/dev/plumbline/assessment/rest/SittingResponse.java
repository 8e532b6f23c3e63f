package dev.plumbline.assessment.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.assessment.app.TakeTest;
import dev.plumbline.assessment.domain.Answer;
import dev.plumbline.assessment.domain.Item;
import dev.plumbline.assessment.domain.Section;
import dev.plumbline.assessment.domain.Session;
import dev.plumbline.assessment.format.TestDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A session as its candidate sees it: questions and the answers so far, never a key.
 *
 * @param expiresAt when the working time is over
 * @param sections none once the session has ended
 */
@Schema(name = "Sitting")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SittingResponse(
        UUID id,
        Session.State state,
        String title,
        String instructions,
        @Nullable Instant startedAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        List<SittingSection> sections) {

    /** A section with its questions. */
    public record SittingSection(String id, String name, List<SittingItem> items) {}

    /** A question, and what was answered to it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SittingItem(
            String id,

            @Schema(enumeration = {"SINGLE_CHOICE", "MULTIPLE_CHOICE", "NUMERIC", "WRITTEN"})
            String type,

            String prompt,
            BigDecimal points,
            @Nullable List<TestDocument.OptionDocument> options,
            @Nullable Integer maxLength,
            @Nullable GivenAnswer answer) {}

    static SittingResponse of(TakeTest.Sitting sitting) {
        Session session = sitting.session();
        return new SittingResponse(
                session.id(),
                session.state(),
                sitting.test().title(),
                sitting.test().instructions(),
                session.startedAt(),
                session.expiresAt(),
                session.endedAt(),
                session.isOpen()
                        ? sitting.test().sections().stream()
                                .map(section -> section(section, sitting.answers()))
                                .toList()
                        : List.of());
    }

    private static SittingSection section(Section section, Map<String, Answer> answers) {
        return new SittingSection(
                section.id(),
                section.name(),
                section.items().stream()
                        .map(item -> item(item, GivenAnswer.of(answers.get(item.id()))))
                        .toList());
    }

    private static SittingItem item(Item item, @Nullable GivenAnswer answer) {
        return switch (item) {
            case Item.SingleChoice it -> choice(it, "SINGLE_CHOICE", it.options(), answer);
            case Item.MultipleChoice it -> choice(it, "MULTIPLE_CHOICE", it.options(), answer);
            case Item.Numeric it -> new SittingItem(it.id(), "NUMERIC", it.prompt(), it.points(), null, null, answer);
            case Item.Written it ->
                new SittingItem(it.id(), "WRITTEN", it.prompt(), it.points(), null, it.maxLength(), answer);
        };
    }

    private static SittingItem choice(Item item, String type, List<Item.Option> options, @Nullable GivenAnswer answer) {
        return new SittingItem(
                item.id(), type, item.prompt(), item.points(), TestDocument.options(options), null, answer);
    }
}
