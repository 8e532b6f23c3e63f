package dev.plumbline.assessment.domain;

import java.math.BigDecimal;
import java.util.List;

/** What a candidate answered to one item. */
public sealed interface Answer {

    /** Whether this counts as not answered: nothing selected, nothing but white space. */
    boolean isBlank();

    /**
     * Options selected.
     *
     * @param selected option ids, kept sorted so that equal selections are equal
     */
    record Choice(List<String> selected) implements Answer {
        public Choice {
            selected = selected.stream().sorted().toList();
        }

        @Override
        public boolean isBlank() {
            return selected.isEmpty();
        }
    }

    /** A number, exactly as given. */
    record Number(BigDecimal value) implements Answer {
        @Override
        public boolean isBlank() {
            return false;
        }
    }

    /** A text as written. */
    record Text(String text) implements Answer {
        @Override
        public boolean isBlank() {
            return text.isBlank();
        }
    }

    /** A text was written and has been deleted with its author's data; its ratings stay. */
    record Erased() implements Answer {
        @Override
        public boolean isBlank() {
            return false;
        }
    }
}
