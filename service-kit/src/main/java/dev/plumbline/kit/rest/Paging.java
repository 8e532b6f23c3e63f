package dev.plumbline.kit.rest;

import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** How long the pages of a list are. */
public final class Paging {
    /** Items of a page where the caller names no number. */
    public static final int DEFAULT_LIMIT = 50;
    /** The most items of a page. */
    public static final int MOST = 500;

    private Paging() {}

    /**
     * The number of items of the page that a query parameter asks for; as text, because JAX-RS answers 404 to what is
     * no number.
     *
     * @param limit 1 to {@value #MOST}, or null for {@value #DEFAULT_LIMIT}
     * @throws ProblemException 422 where it is anything else
     */
    public static int limit(@Nullable String limit) {
        try {
            return limit(limit == null ? null : Integer.valueOf(limit));
        } catch (NumberFormatException e) {
            throw refused();
        }
    }

    /**
     * The number of items of the page that is asked for.
     *
     * @param limit 1 to {@value #MOST}, or null for {@value #DEFAULT_LIMIT}
     * @throws ProblemException 422 where it is anything else
     */
    public static int limit(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > MOST) {
            throw refused();
        }
        return limit;
    }

    private static ProblemException refused() {
        return new ProblemException(new KitError.InvalidParameter("limit", "must be a whole number from 1 to " + MOST));
    }
}
