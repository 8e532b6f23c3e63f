package dev.plumbline.assessment.app;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of sessions. They are derived, not stored: HMAC-SHA256 (RFC 2104) of the session's id and the secret's
 * generation under the configured key. So a repeated invitation gives the same secret again, and neither the database
 * nor a stored answer can leak one.
 */
@Startup
@Singleton
public class SessionSecrets {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;

    private final List<SecretKeySpec> keys;

    SessionSecrets(SessionSettings settings) {
        this.keys = Stream.concat(Stream.of(settings.key()), settings.previousKey().stream())
                .map(SessionSecrets::key)
                .toList();
    }

    /** 43 characters of base64url. */
    public String secretOf(UUID session, int generation) {
        return derive(keys.getFirst(), session, generation);
    }

    /** Compares in constant time. */
    public boolean matches(String presented, UUID session, int generation) {
        byte[] candidate = presented.getBytes(StandardCharsets.UTF_8);
        boolean matches = false;
        for (SecretKeySpec key : keys) {
            byte[] expected = derive(key, session, generation).getBytes(StandardCharsets.UTF_8);
            matches |= MessageDigest.isEqual(expected, candidate);
        }
        return matches;
    }

    private static SecretKeySpec key(String text) {
        if (text.length() < SHORTEST_KEY) {
            throw new IllegalStateException("plumbline.sessions.key must have " + SHORTEST_KEY
                    + " characters or more; make one with" + " `openssl rand -base64 32`");
        }
        return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    private static String derive(SecretKeySpec key, UUID session, int generation) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] code = mac.doFinal(("session/" + session + "/" + generation).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
