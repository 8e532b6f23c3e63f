package dev.plumbline.kit.metrics;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** The consumer groups with which this service reads on and on, as its channels' settings say; and further ones. */
@Singleton
public class ConsumerGroups {
    private static final Pattern GROUP = Pattern.compile("(mp\\.messaging\\.incoming\\.[^.]+\\.)group\\.id");
    private static final List<String> TOPICS = List.of("topic", "topics");

    private final Config config;
    private final LagSettings settings;

    ConsumerGroups(Config config, LagSettings settings) {
        this.config = config;
        this.settings = settings;
    }

    /** The topics of each group, both in alphabetical order. */
    public Map<String, SortedSet<String>> topics() {
        Map<String, SortedSet<String>> topics = ofChannels();
        settings.groups()
                .forEach((group, more) ->
                        topics.computeIfAbsent(group, g -> new TreeSet<>()).addAll(more));
        return topics;
    }

    /** The same of the groups that channels have, alone. */
    public Map<String, SortedSet<String>> ofChannels() {
        Map<String, SortedSet<String>> topics = new TreeMap<>();
        for (String name : config.getPropertyNames()) {
            Matcher channel = GROUP.matcher(name);
            if (channel.matches()) {
                topics.computeIfAbsent(config.getValue(name, String.class), group -> new TreeSet<>())
                        .addAll(topicsOf(channel.group(1)));
            }
        }
        return topics;
    }

    private List<String> topicsOf(String channel) {
        return TOPICS.stream()
                .map(name -> config.getOptionalValue(channel + name, String[].class))
                .flatMap(Optional::stream)
                .flatMap(Arrays::stream)
                .toList();
    }
}
