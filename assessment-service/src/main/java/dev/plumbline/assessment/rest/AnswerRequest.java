package dev.plumbline.assessment.rest;

import dev.plumbline.assessment.domain.Answer;
import dev.plumbline.assessment.domain.Item;
import dev.plumbline.assessment.format.Texts;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A candidate's answer: one member, the one that fits the item's type. Empty counts as not answered. */
@Schema(name = "Answer")
public record AnswerRequest(
        @Schema(description = "option ids: SINGLE_CHOICE at most one, MULTIPLE_CHOICE any") @Nullable List<String> selected,

        @Schema(description = "NUMERIC") @Nullable BigDecimal value,
        @Schema(description = "WRITTEN") @Nullable String text) {

    private static final BigDecimal LIMIT = new BigDecimal("1e12");
    private static final int DIGITS = 10;

    /** @throws ProblemException 422 with every fault */
    Answer answerTo(Item item) {
        List<Fault> faults = new ArrayList<>();
        Answer answer = switch (item) {
            case Item.SingleChoice it -> choice(it.options(), 1, faults);
            case Item.MultipleChoice it -> choice(it.options(), it.options().size(), faults);
            case Item.Numeric it -> number(faults);
            case Item.Written it -> text(it.maxLength(), faults);
        };
        if (!faults.isEmpty()) {
            throw new ProblemException(new KitError.InvalidContent(faults));
        }
        return answer;
    }

    private Answer choice(List<Item.Option> options, int most, List<Fault> faults) {
        refuse(value, "/value", faults);
        refuse(text, "/text", faults);
        List<String> chosen = required(selected, List.of(), "/selected", faults);
        if (chosen.size() > most) {
            faults.add(new Fault("/selected", "must name at most " + most));
        }
        for (int i = 0; i < chosen.size(); i++) {
            String option = chosen.get(i);
            if (options.stream().noneMatch(offered -> offered.id().equals(option))) {
                faults.add(new Fault("/selected/" + i, "is none of the options"));
            } else if (chosen.indexOf(option) < i) {
                faults.add(new Fault("/selected/" + i, "is named before"));
            }
        }
        return new Answer.Choice(chosen);
    }

    private Answer number(List<Fault> faults) {
        refuse(selected, "/selected", faults);
        refuse(text, "/text", faults);
        BigDecimal number = required(value, BigDecimal.ZERO, "/value", faults);
        if (number.abs().compareTo(LIMIT) >= 0 || number.stripTrailingZeros().scale() > DIGITS) {
            faults.add(new Fault("/value", "must be below 10^12 in size, with at most " + DIGITS + " fraction digits"));
        }
        return new Answer.Number(number);
    }

    private Answer text(int longest, List<Fault> faults) {
        refuse(selected, "/selected", faults);
        refuse(value, "/value", faults);
        String written = required(text, "", "/text", faults);
        if (written.codePointCount(0, written.length()) > longest) {
            faults.add(new Fault("/text", "must have at most " + longest + " characters"));
        }
        if (!Texts.canBeStored(written)) {
            faults.add(new Fault("/text", "must not hold the character U+0000 or half of a surrogate pair"));
        }
        return new Answer.Text(written);
    }

    private static <T> T required(@Nullable T given, T otherwise, String pointer, List<Fault> faults) {
        if (given == null) {
            faults.add(new Fault(pointer, "is required for an item of this type"));
            return otherwise;
        }
        return given;
    }

    private static void refuse(@Nullable Object given, String pointer, List<Fault> faults) {
        if (given != null) {
            faults.add(new Fault(pointer, "is not for an item of this type"));
        }
    }
}
