package dev.plumbline.kit.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a creating call, as it is kept.
 *
 * @param status the HTTP status
 * @param location the path of what was created, or null
 * @param etag its entity tag, or null
 * @param body the JSON text of the body
 */
public record StoredAnswer(
        int status, @Nullable String location, @Nullable String etag, String body) {}
