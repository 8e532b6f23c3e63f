package dev.plumbline.decision.domain;

import org.jspecify.annotations.Nullable;

/**
 * Something that is known about an application, as its owning service said it (decision semantics, section 8).
 *
 * @param revision from the owning service, 1 or more, strictly increasing for one identity, gaps allowed
 * @param content {@code null} for a tombstone: the fact is retracted
 * @param contentSha256 of the canonical content, 64 hexadecimal digits in lower case; settles conflicts
 */
public record Fact(
        FactIdentity identity, long revision, @Nullable FactContent content, String contentSha256) {

    private static final int DIGITS = 64;

    /** @throws IllegalArgumentException if a part is out of its range, or the content is about something else */
    public Fact {
        if (revision < 1) {
            throw new IllegalArgumentException("a revision is 1 or more");
        }
        if (content != null && !content.identity().equals(identity)) {
            throw new IllegalArgumentException("a fact's content is about its identity");
        }
        if (!isDigest(contentSha256)) {
            throw new IllegalArgumentException("a digest is 64 hexadecimal digits in lower case");
        }
    }

    /** Plain, because every fact of an application is made anew for each score. */
    private static boolean isDigest(String text) {
        if (text.length() != DIGITS) {
            return false;
        }
        for (int i = 0; i < DIGITS; i++) {
            char digit = text.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }

    public boolean isTombstone() {
        return content == null;
    }
}
