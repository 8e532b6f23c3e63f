package dev.plumbline.decision.app.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The bounds of the stream of decision events, on one instance. */
@ConfigMapping(prefix = "plumbline.decision-events")
public interface StreamSettings {
    /** Readers at once. */
    @WithDefault("500")
    int readers();

    /** Readers at once that go through old events, each with a Kafka consumer of its own. */
    @WithDefault("8")
    int catchingUp();

    /** How long a reader waits for one of these places: after a restart all come back at once, each with little to read. */
    @WithDefault("10S")
    Duration catchingUpPatience();

    /** Events kept for all readers at the topic's end. */
    @WithDefault("10000")
    int bufferEvents();

    /** Bytes kept for all readers at the topic's end. */
    @WithDefault("16777216")
    long bufferBytes();

    /** How long the topic's end is followed on after the last reader has gone: who comes back finds what it missed. */
    @WithDefault("1M")
    Duration linger();

    /** After how long a silence is broken by a comment. */
    @WithDefault("15S")
    Duration heartbeat();

    /** What clients are told to wait before they connect again. */
    @WithDefault("2S")
    Duration retry();

    /** How long a reader may take to make room for a portion, before it is cut off. */
    @WithDefault("10S")
    Duration patience();
}
