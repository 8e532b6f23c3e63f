package dev.plumbline.assessment.domain;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of a test. Keyed items have a right answer and earn all of their points or none; a written one is rated
 * by people.
 */
public sealed interface Item {

    /** Unique within the whole test, since answers name the item alone. */
    String id();

    String prompt();

    /** What full marks earn; more than 0, at most 10,000, at most four fraction digits. */
    BigDecimal points();

    /** An item with a right answer; it counts among a section's questions. */
    sealed interface Keyed extends Item permits SingleChoice, MultipleChoice, Numeric {

        /** Why the key is right, for recruiters; it gives the key away. */
        @Nullable String rationale();

        boolean isRight(Answer answer);
    }

    /** A choice offered. */
    record Option(String id, String text) {}

    /** Exactly one option is right. */
    record SingleChoice(
            String id,
            String prompt,
            BigDecimal points,
            List<Option> options,
            String key,
            @Nullable String rationale) implements Keyed {
        public SingleChoice {
            options = List.copyOf(options);
        }

        @Override
        public boolean isRight(Answer answer) {
            return answer instanceof Answer.Choice choice && choice.selected().equals(List.of(key));
        }
    }

    /** Earns its points only if exactly the options of the key are selected. */
    record MultipleChoice(
            String id,
            String prompt,
            BigDecimal points,
            List<Option> options,
            List<String> key,
            @Nullable String rationale)
            implements Keyed {
        public MultipleChoice {
            options = List.copyOf(options);
            key = key.stream().sorted().toList();
        }

        @Override
        public boolean isRight(Answer answer) {
            return answer instanceof Answer.Choice choice && choice.selected().equals(key);
        }
    }

    /** A number; right within the tolerance, both ends included. */
    record Numeric(
            String id,
            String prompt,
            BigDecimal points,
            BigDecimal value,
            BigDecimal tolerance,
            @Nullable String rationale)
            implements Keyed {
        @Override
        public boolean isRight(Answer answer) {
            return answer instanceof Answer.Number number
                    && number.value().subtract(value).abs().compareTo(tolerance) <= 0;
        }
    }

    /**
     * A text, rated blind by people.
     *
     * @param maxLength most characters (code points) of an answer
     * @param raters how many different people must rate it before it scores
     */
    record Written(String id, String prompt, BigDecimal points, int maxLength, int raters, List<Criterion> criteria)
            implements Item {
        public Written {
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * What a written answer is rated for.
     *
     * @param anchors what the ratings 1 to {@link Marks#HIGHEST} look like, in that order
     */
    record Criterion(String id, String name, List<String> anchors) {
        public Criterion {
            anchors = List.copyOf(anchors);
        }
    }
}
