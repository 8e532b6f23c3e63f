package dev.plumbline.decision.app;

import org.jspecify.annotations.Nullable;

/** The free words that a person gives as the reason of a verdict. */
final class VerdictReason {
    private VerdictReason() {}

    /** Without what nobody can see at its ends; null where nothing is left. */
    static @Nullable String stripped(@Nullable String reason) {
        if (reason == null) {
            return null;
        }
        int[] characters = reason.codePoints().toArray();
        int from = 0;
        int to = characters.length;
        while (from < to && isInvisible(characters[from])) {
            from++;
        }
        while (to > from && isInvisible(characters[to - 1])) {
            to--;
        }
        return from == to ? null : new String(characters, from, to - from);
    }

    /** How many characters of it can be seen, or are single spaces between those. */
    static int length(String reason) {
        int length = 0;
        boolean wasVisible = false;
        for (int character : reason.codePoints().toArray()) {
            boolean isVisible = !isInvisible(character);
            if (isVisible || wasVisible) {
                length++;
            }
            wasVisible = isVisible;
        }
        return length;
    }

    /** Spaces of every kind, and what is not there to be seen: such as U+00A0, U+200B, U+FEFF. */
    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
