package dev.plumbline.kit.ids;

/**
 * Ids that people or other systems have chosen: what a fact may name something by. The services take the same ones at
 * their edges, so that none lets in what another refuses on a topic.
 */
public final class ChosenIds {
    /** The most characters of an id of a section, a question, a criterion, a gate or a node. */
    public static final int LONGEST = 200;

    /** The most characters of a person's id: a {@code sub} has no more (OpenID Connect Core 1.0, 2). */
    public static final int LONGEST_OF_PERSON = 255;

    private ChosenIds() {}

    /** Whether this can be the id of something: not blank, not longer than {@link #LONGEST}, nothing that cannot be seen. */
    public static boolean isId(String text) {
        return isId(text, LONGEST);
    }

    /** Whether this can be the id of a person: like {@link #isId}, of {@link #LONGEST_OF_PERSON} characters at the most. */
    public static boolean isPerson(String text) {
        return isId(text, LONGEST_OF_PERSON);
    }

    private static boolean isId(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.codePoints().allMatch(ChosenIds::isPlain);
    }

    /** Neither control characters, which databases and logs choke on, nor halves of characters, which have no UTF-8. */
    private static boolean isPlain(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }
}
