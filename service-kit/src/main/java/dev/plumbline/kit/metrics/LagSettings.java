package dev.plumbline.kit.metrics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Settings of the look at consumers' lag. */
@ConfigMapping(prefix = "plumbline.lag")
interface LagSettings {
    /** How often it is read. */
    @WithDefault("10s")
    Duration interval();

    /** Groups that no channel has, each with its topics. */
    Map<String, List<String>> groups();
}
