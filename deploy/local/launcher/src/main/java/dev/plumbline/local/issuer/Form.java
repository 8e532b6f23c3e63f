package dev.plumbline.local.issuer;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters of an {@code application/x-www-form-urlencoded} request. */
record Form(Map<String, String> parameters) {
    Form {
        parameters = Map.copyOf(parameters);
    }

    /** @throws OAuthError if one occurs twice (RFC 6749 section 3.2) or is not encoded as it should be */
    static Form parse(String body) throws OAuthError {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (parameters.put(name, value) != null) {
                throw OAuthError.invalidRequest("The parameter " + name + " occurs twice");
            }
        }
        return new Form(parameters);
    }

    static String decode(String encoded) throws OAuthError {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw OAuthError.invalidRequest("The request is not encoded as a form");
        }
    }

    /** Empty, too, if it has no value: RFC 6749 treats that as absent. */
    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    String require(String name) throws OAuthError {
        return get(name).orElseThrow(() -> OAuthError.invalidRequest("The parameter " + name + " is missing"));
    }
}
