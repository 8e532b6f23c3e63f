package dev.plumbline.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.local.LocalFailure;

/**
 * What a service said.
 *
 * @param call method and URL
 * @param status HTTP status
 * @param body JSON; a null node if there was none
 */
public record Answer(String call, int status, JsonNode body) {
    boolean isRefusal() {
        return status >= 400;
    }

    /** The body of a call that went well. */
    JsonNode expect() {
        if (isRefusal()) {
            String message = "%s was answered with %d: %s"
                    .formatted(call, status, body.path("detail").asText(body.toString()));
            throw status < 500 ? new Deviation(message) : new LocalFailure(message);
        }
        return body;
    }
}
