package dev.plumbline.interview.calendar;

/**
 * Folds the lines of a calendar object (RFC 5545, 3.1). By octets and between characters: ical4j counts UTF-16 units, so its
 * lines can be longer than 75 octets, and it can cut a character in two.
 */
final class Folding {
    private static final int LONGEST_LINE = 75;

    private Folding() {}

    /** The same text with no line longer than 75 octets in UTF-8. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / LONGEST_LINE * 3);
        int octets = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (character == '\r' || character == '\n') {
                octets = 0;
            } else {
                octets += octetsOf(character);
                if (octets > LONGEST_LINE) {
                    folded.append("\r\n ");
                    octets = 1 + octetsOf(character);
                }
            }
            folded.appendCodePoint(character);
        }
        return folded.toString();
    }

    private static int octetsOf(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
