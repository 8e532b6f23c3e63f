package dev.plumbline.kit.topics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of the topics that a service uses. */
@ConfigMapping(prefix = "plumbline.topics")
public interface TopicsSettings {
    /** The topics to create at start-up where they do not exist. */
    Optional<List<String>> ensure();

    /** Partitions of a topic that is created: the most instances of a consumer that can share its work. */
    @WithDefault("6")
    int partitions();

    /** Replicas of each partition of a topic that is created. */
    @WithDefault("1")
    short replicationFactor();

    /** For each topic that is consumed, the CloudEvents {@code source} of its owner; events of another are dead-lettered. */
    Map<String, String> sources();
}
