package dev.plumbline.kit.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the rate limits; each instance counts for itself. */
@ConfigMapping(prefix = "plumbline.rate-limit")
interface RateLimitSettings {
    /** Off where a load is to be measured that no single caller may make. */
    @WithDefault("true")
    boolean enabled();

    /** Calls a second that one caller may make for long. */
    @WithDefault("200")
    int perSecond();

    /** Calls that one caller may make at once after a rest. */
    @WithDefault("2000")
    int burst();

    /** The same for an address whose calls come without a valid token or secret. */
    @WithDefault("100")
    int anonymousPerSecond();

    /** The same for an address whose calls come without a valid token or secret. */
    @WithDefault("1000")
    int anonymousBurst();

    /** The most callers that are counted, each in less than 1 kB; the one heard of least is forgotten first. */
    @WithDefault("100000")
    int principals();
}
