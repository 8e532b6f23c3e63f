package dev.plumbline.kit.testing.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What came back.
 *
 * @param status of HTTP
 * @param headers those of the answer
 * @param body empty where there is none, and where the answer is a stream without an end
 */
record ApiAnswer(int status, HttpHeaders headers, String body) {
    /** A list without items. */
    static final String EMPTY = "empty";

    /** Whether the call succeeded. */
    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether it tells a client the same: status, media type, and all of the body. */
    boolean readsAs(ApiAnswer other) {
        return status == other.status && mediaType().equals(other.mediaType()) && body.equals(other.body);
    }

    /** The media type without its parameters, in lower case. */
    String mediaType() {
        String type = headers.firstValue("Content-Type").orElse("");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The body as a tree. */
    JsonNode json() {
        return Json.tree(body);
    }

    /** As the access table says it: the status, or that a list has nothing in it. */
    String outcome() {
        boolean isList = status == 200
                && mediaType().equals("application/json")
                && json().path("items").isArray();
        return isList && json().path("items").isEmpty() ? EMPTY : Integer.toString(status);
    }

    /** To be shown: a long body is cut off. */
    @Override
    public String toString() {
        String text = new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return status + " " + mediaType() + " " + (text.length() > 1_000 ? text.substring(0, 1_000) + "..." : text);
    }
}
