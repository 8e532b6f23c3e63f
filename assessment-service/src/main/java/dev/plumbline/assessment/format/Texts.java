package dev.plumbline.assessment.format;

/** What text can be kept. */
public final class Texts {

    private Texts() {}

    /** Whether it has an encoding that PostgreSQL takes: no U+0000 and no half of a surrogate pair. */
    public static boolean canBeStored(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }
}
