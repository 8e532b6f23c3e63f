package dev.plumbline.assessment.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.assessment.domain.Session;
import dev.plumbline.assessment.domain.TestReference;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A session as those see it who invite candidates.
 *
 * @param secret only where it was made just now: the candidate's bearer token for this one session
 * @param url where the candidate takes the test; it holds no secret
 * @param expiresAt last moment to begin; once begun, when the working time is over
 */
@Schema(name = "Session")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionResponse(
        UUID id,
        @Nullable String secret,
        URI url,
        Instant expiresAt,
        UUID applicationId,
        TestReference test,
        BigDecimal timeFactor,
        Session.State state,
        Instant invitedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** A page of them. */
    @Schema(name = "SessionPage")
    public record SessionPage(
            List<SessionResponse> items, @Nullable String next) {}

    static SessionResponse of(Session session, URI publicUrl) {
        return of(session, publicUrl, null);
    }

    static SessionResponse of(Session session, URI publicUrl, @Nullable String secret) {
        return new SessionResponse(
                session.id(),
                secret,
                URI.create(publicUrl.toString().replaceAll("/+$", "") + "/v1/sessions/" + session.id()),
                session.expiresAt(),
                session.applicationId(),
                session.test(),
                plain(session.timeFactor()),
                session.state(),
                session.invitedAt(),
                session.startedAt(),
                session.endedAt());
    }

    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? new BigDecimal(stripped.toBigIntegerExact()) : stripped;
    }
}
