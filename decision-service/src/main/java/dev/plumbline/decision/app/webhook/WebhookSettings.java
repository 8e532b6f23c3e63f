package dev.plumbline.decision.app.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the webhooks. */
@ConfigMapping(prefix = "plumbline.webhooks")
public interface WebhookSettings {
    /** What secrets are derived from, 32 characters or more; without it there are no webhooks. */
    Optional<String> key();

    /** The key before: secrets derived from it go on until they are rotated. */
    Optional<String> previousKey();

    /** Whether http and receivers that are not on the public internet are taken. For one's own machine only. */
    @WithDefault("false")
    boolean allowPrivate();

    /** The certificates, in PEM, that receivers' ones are checked with; the JDK's where this is absent. */
    Optional<String> trustedCertificates();

    /** Between one attempt and the next; there is one attempt more. */
    @WithDefault("5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> schedule();

    /** How far each of these is varied either way, as a part of it. */
    @WithDefault("0.1")
    double jitter();

    /** The most that a receiver's {@code Retry-After} is given. */
    @WithDefault("24h")
    Duration longestRetryAfter();

    /** For one attempt: looking the name up, connecting, and the whole answer. */
    @WithDefault("10s")
    Duration timeout();

    /** What a claim of a delivery lasts longer than its attempt may take: then another instance takes it up. */
    @WithDefault("50s")
    Duration claimMargin();

    /** Attempts at once for one webhook, on each instance. */
    @WithDefault("4")
    int attemptsAtOnce();

    /** Webhooks that one owner may have. */
    @WithDefault("20")
    int perOwner();

    /** How long after its event a delivery is kept, whatever became of it. */
    @WithDefault("720h")
    Duration retention();
}
