package dev.plumbline.interview.rest;

import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.rest.Paging;
import org.jspecify.annotations.Nullable;

/** Reads {@code ?limit=}. As text, because JAX-RS answers 404 to what is no number. */
final class Limits {
    private Limits() {}

    /** The number of items asked for; 422 where it is none. */
    static int of(@Nullable String limit) {
        try {
            return Paging.limit(limit == null ? null : Integer.valueOf(limit));
        } catch (NumberFormatException e) {
            throw new ProblemException(new KitError.InvalidParameter("limit", "must be from 1 to " + Paging.MOST));
        }
    }
}
