package dev.plumbline.assessment.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.assessment.domain.Answer;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it was given.
 *
 * @param erased true where there was a text and it has been deleted
 */
@Schema(name = "GivenAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GivenAnswer(
        @Nullable List<String> selected,
        @Nullable BigDecimal value,
        @Nullable String text,
        @Nullable Boolean erased) {

    static @Nullable GivenAnswer of(@Nullable Answer answer) {
        return switch (answer) {
            case null -> null;
            case Answer.Choice choice -> new GivenAnswer(choice.selected(), null, null, null);
            case Answer.Number number -> new GivenAnswer(null, number.value(), null, null);
            case Answer.Text written -> new GivenAnswer(null, null, written.text(), null);
            case Answer.Erased erased -> new GivenAnswer(null, null, null, true);
        };
    }
}
