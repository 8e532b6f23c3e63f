package dev.plumbline.kit.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps what callers can choose freely out of the labels of REST's meters, and counts their times in buckets. */
@Singleton
class HttpMeters implements MeterFilter {
    private static final String REQUESTS = "http.server.requests";
    private static final String OTHER = "OTHER";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
    private static final double[] BUCKETS = Stream.of(10, 50, 250, 1_000, 5_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    @Override
    public Meter.Id map(Meter.Id id) {
        return id.getName().equals(REQUESTS)
                ? id.replaceTags(
                        id.getTags().stream().map(tag -> bounded(tag, id)).toList())
                : id;
    }

    private static Tag bounded(Tag tag, Meter.Id id) {
        return switch (tag.getKey()) {
            case "method" -> METHODS.contains(tag.getValue()) ? tag : Tag.of("method", OTHER);
            case "uri" -> isPathOfACallBrokenOff(tag, id) ? Tag.of("uri", RouteLabels.UNMATCHED) : tag;
            default -> tag;
        };
    }

    /** {@link RouteLabels} is not asked about these. */
    private static boolean isPathOfACallBrokenOff(Tag uri, Meter.Id id) {
        return "RESET".equals(id.getTag("status")) && !uri.getValue().contains("{");
    }

    @Override
    public @Nullable DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals(REQUESTS)
                ? DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(BUCKETS)
                        .build()
                        .merge(config)
                : config;
    }
}
