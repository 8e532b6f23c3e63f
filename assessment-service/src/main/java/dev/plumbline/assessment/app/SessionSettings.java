package dev.plumbline.assessment.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of candidates' sessions. */
@ConfigMapping(prefix = "plumbline.sessions")
public interface SessionSettings {

    /** What session secrets are derived from: 32 characters or more, the same on every instance, kept secret. */
    String key();

    /** The key used before, while sessions invited under it are still open. */
    Optional<String> previousKey();

    /** Where candidates reach this service. */
    @WithDefault("http://localhost:8082")
    URI publicUrl();

    /** How long after the invitation a session can be begun, where the invitation does not say. */
    @WithDefault("P14D")
    Duration invitationValidFor();

    /** How often overdue sessions are looked for; {@code off} never. */
    @WithDefault("5s")
    String sweep();
}
