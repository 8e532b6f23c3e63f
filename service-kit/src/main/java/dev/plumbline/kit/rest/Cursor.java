package dev.plumbline.kit.rest;

import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The opaque text that says where a list goes on: the sort key of the last item seen, so that it stays right while items come. */
public final class Cursor {
    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    /** The cursor after the item with this sort key; none of its parts may hold U+001F. */
    public static String encode(String... parts) {
        byte[] bytes = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The parts of a sort key.
     *
     * @param cursor what {@link #encode} made
     * @param parts how many parts the list's sort key has
     * @throws ProblemException 422 where this is no cursor of such a list
     */
    public static List<String> decode(String cursor, int parts) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> decoded = List.of(text.split(SEPARATOR, -1));
            if (decoded.size() == parts) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    /** The answer to a cursor that no page of this list gave out. */
    public static ProblemException invalid() {
        return new ProblemException(
                new KitError.InvalidParameter("cursor", "is none of this list's; take it from next, or leave it out"));
    }
}
