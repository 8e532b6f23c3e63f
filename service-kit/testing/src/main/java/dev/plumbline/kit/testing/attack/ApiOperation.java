package dev.plumbline.kit.testing.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An operation as the OpenAPI document describes it.
 *
 * @param method of HTTP, in capitals
 * @param path with its parameters in braces
 * @param parameters in the order of the document
 * @param body the schema of the request's body; null where it takes none
 * @param responses by their statuses, without references
 */
record ApiOperation(
        String method,
        String path,
        List<ApiParameter> parameters,
        @Nullable JsonNode body,
        JsonNode responses) {

    /** Method and path, which name an operation. */
    String name() {
        return method + " " + path;
    }

    /** Whether it changes nothing. */
    boolean reads() {
        return method.equals("GET");
    }

    /** Whether it answers with server-sent events, which have no end. */
    boolean streams() {
        return responses.path("200").path("content").has("text/event-stream");
    }

    /** The parameters in one place, those of the path in its order. */
    Stream<ApiParameter> in(String where) {
        return parameters.stream()
                .filter(parameter -> parameter.isIn(where))
                .sorted((one, other) -> Integer.compare(at(one), at(other)));
    }

    private int at(ApiParameter parameter) {
        return path.indexOf("{" + parameter.name() + "}");
    }
}
