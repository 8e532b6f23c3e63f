package dev.plumbline.e2e;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gets tokens from the local issuer, once per user. */
final class Tokens {
    private final URI issuer;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Tokens(URI issuer) {
        this.issuer = issuer;
    }

    String of(String user) {
        return tokens.computeIfAbsent(user, this::fetch);
    }

    private String fetch(String user) {
        String form = user.equals("integration")
                ? "grant_type=client_credentials&client_id=integration&client_secret=integration"
                : "grant_type=password&client_id=plumbline&username=" + user + "&password=" + user;
        return new Http(issuer, "")
                .postForm("/token", form)
                .json()
                .get("access_token")
                .asText();
    }
}
