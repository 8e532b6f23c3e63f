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
            default -> isBlank(character);
        };
    }

    /**
     * What Java calls a letter, mark or sign and nobody sees: the rest of Unicode's Default_Ignorable_Code_Point
     * (DerivedCoreProperties 16.0), which Java does not offer, and the blank Braille pattern.
     */
    private static boolean isBlank(int character) {
        return character == 0x034f
                || character == 0x115f
                || character == 0x1160
                || character == 0x17b4
                || character == 0x17b5
                || (character >= 0x180b && character <= 0x180f)
                || character == 0x2800
                || character == 0x3164
                || (character >= 0xfe00 && character <= 0xfe0f)
                || character == 0xffa0
                || (character >= 0xe0000 && character <= 0xe0fff);
    }
}
