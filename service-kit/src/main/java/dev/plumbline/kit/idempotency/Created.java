package dev.plumbline.kit.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What a creating call answers.
 *
 * @param status the HTTP status, 200 to 299
 * @param location the path of what was created, or null
 * @param etag its entity tag with the quotes, or null
 * @param body what is written as JSON; must hold no secret, because it is stored for a day
 */
public record Created(
        int status, @Nullable String location, @Nullable String etag, Object body) {
    /** 201 with where it is and its entity tag. */
    public static Created at(String location, @Nullable String etag, Object body) {
        return new Created(201, location, etag, body);
    }
}
