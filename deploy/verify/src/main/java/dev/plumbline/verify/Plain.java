package dev.plumbline.verify;

/** Texts of unknown origin on a terminal: short, and without anything that steers it. */
final class Plain {
    private static final int LONGEST = 300;

    private Plain() {}

    static String text(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(one -> Character.isISOControl(one)
                                || Character.getType(one) == Character.FORMAT
                                || Character.getType(one) == Character.SURROGATE
                        ? '?'
                        : one)
                .forEach(plain::appendCodePoint);
        return text.codePointCount(0, text.length()) > LONGEST ? plain + "..." : plain.toString();
    }
}
