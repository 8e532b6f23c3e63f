package dev.plumbline.kit.security;

import dev.plumbline.kit.ids.ChosenIds;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody in whose token is signed and says what cannot be. A {@code sub} that can stand for a person has 1 to 255
 * ASCII characters (OpenID Connect Core 1.0, 2), none of them a control character: it goes into facts and events, where a
 * zero or a line's end would do harm. A token's end is a moment that there is.
 */
@ApplicationScoped
public class SoundTokens implements SecurityIdentityAugmentor {
    private static final Pattern SUBJECT =
            Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0," + (ChosenIds.LONGEST_OF_PERSON - 2) + "}[\\x21-\\x7e])?");
    private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    SoundTokens() {}

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || isSound(identity)) {
            return Uni.createFrom().item(identity);
        }
        return Uni.createFrom().failure(new AuthenticationFailedException("The token says what cannot be"));
    }

    private static boolean isSound(SecurityIdentity identity) {
        boolean ends = !(identity.getPrincipal() instanceof JsonWebToken token) || token.getExpirationTime() <= LATEST;
        return ends && isSubject(identity.getPrincipal().getName());
    }

    /** Whether this can be a {@code sub}. */
    static boolean isSubject(@Nullable String name) {
        return name != null && SUBJECT.matcher(name).matches();
    }
}
