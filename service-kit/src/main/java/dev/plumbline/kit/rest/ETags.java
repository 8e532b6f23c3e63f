package dev.plumbline.kit.rest;

import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Strong entity tags (RFC 9110, 8.8.3) made from the version of a resource. */
public final class ETags {
    private ETags() {}

    /** The entity tag of this version: {@code "7"}, with its quotes. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Makes sure that a change is made to the state its author saw.
     *
     * @param ifMatch the request's {@code If-Match}: a list of entity tags or {@code *}; null where it is absent
     * @param current the resource's version now
     * @throws ProblemException 428 where the header is missing, 412 where it does not name the current version
     */
    public static void require(@Nullable String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(new KitError.PreconditionRequired());
        }
        String tag = of(current);
        for (String candidate : ifMatch.split(",", -1)) {
            if (candidate.strip().equals(tag) || candidate.strip().equals("*")) {
                return;
            }
        }
        throw new ProblemException(new KitError.PreconditionFailed(tag));
    }
}
