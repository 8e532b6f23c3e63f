package dev.plumbline.kit.testing.attack;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A call of an operation, which may be bent before it is made. */
final class ApiCall {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SHOWN = 2_000;

    private final ApiOperation operation;
    private final Map<String, String> path = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String query = "";
    private byte @Nullable [] body;

    ApiCall(ApiOperation operation, Place place, @Nullable String token) {
        this.operation = operation;
        operation.in("path").forEach(it -> path.put(it.name(), encoded(place.value(it.key(operation.path())))));
        operation.in("header").forEach(it -> {
            switch (it.name()) {
                case "If-Match" -> headers.put(it.name(), "*");
                case "Idempotency-Key" ->
                    headers.put(it.name(), UUID.randomUUID().toString());
                default -> {
                    // Can be done without.
                }
            }
        });
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
    }

    /** Percent-encoded (RFC 3986), so that it is one part of a path or one value of a query. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** With this body, as JSON. */
    ApiCall body(byte[] json) {
        body = json;
        return header("Content-Type", "application/json");
    }

    ApiCall body(String json) {
        return body(json.getBytes(StandardCharsets.UTF_8));
    }

    /** With this header, or without it where the value is null. */
    ApiCall header(String name, @Nullable String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    /** With this value of a parameter of the path, encoded already. */
    ApiCall path(String name, String encoded) {
        path.put(name, encoded);
        return this;
    }

    /** With this query, encoded already. */
    ApiCall query(String encoded) {
        query = encoded;
        return this;
    }

    /** The request, to the application at this address. */
    HttpRequest at(String base) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + target()))
                .timeout(PATIENCE)
                .method(operation.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return request.build();
    }

    private String target() {
        String filled = operation.path();
        for (Map.Entry<String, String> parameter : path.entrySet()) {
            filled = filled.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return query.isEmpty() ? filled : filled + "?" + query;
    }

    /** The call as it can be made by hand. */
    @Override
    public String toString() {
        String lines = headers.entrySet().stream()
                .map(header -> "\n" + header.getKey() + ": "
                        + (header.getKey().equals("Authorization") ? "Bearer ..." : header.getValue()))
                .collect(Collectors.joining());
        String text = body == null ? "" : "\n\n" + new String(body, StandardCharsets.ISO_8859_1);
        String shown = operation.method() + " " + target() + lines + text;
        return shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN) + "... (" + shown.length() + ")";
    }
}
