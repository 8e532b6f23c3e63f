package dev.plumbline.kit.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A token bucket for each principal, in this instance's memory (docs/adr/0072). A bucket that has not been used for as long
 * as it takes to fill is full again, so that it can be forgotten.
 */
@Startup
@ApplicationScoped
class RateLimits {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final RateLimitSettings settings;
    private final Map<String, Counter> refused;
    private final TimeMeter time;
    private final Cache<Principal, Bucket> buckets;

    @Inject
    RateLimits(RateLimitSettings settings, MeterRegistry meters) {
        this(settings, meters, TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimits(RateLimitSettings settings, MeterRegistry meters, TimeMeter time) {
        this.settings = settings;
        this.refused =
                Principal.KINDS.stream().collect(Collectors.toMap(Function.identity(), kind -> counter(meters, kind)));
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(settings.principals())
                .expireAfterAccess(Duration.ofSeconds(Math.max(
                        secondsToFill(settings.burst(), settings.perSecond()),
                        secondsToFill(settings.anonymousBurst(), settings.anonymousPerSecond()))))
                .ticker(time::currentTimeNanos)
                .build();
    }

    /**
     * Counts a call.
     *
     * @return the whole seconds after which the next call will be within the limit, 1 or more; empty where this one is
     */
    OptionalInt take(Principal principal) {
        if (!settings.enabled()) {
            return OptionalInt.empty();
        }
        ConsumptionProbe probe = buckets.get(principal, this::bucketOf).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return OptionalInt.empty();
        }
        Objects.requireNonNull(refused.get(principal.kind())).increment();
        return OptionalInt.of(Math.toIntExact(Math.ceilDiv(probe.getNanosToWaitForRefill(), SECOND)));
    }

    /** How many principals are counted at the moment. */
    long counted() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private static Counter counter(MeterRegistry meters, String kind) {
        return Counter.builder("plumbline.rate.limit.refused")
                .description("Calls that were one too many")
                .tag("principal", kind)
                .register(meters);
    }

    private Bucket bucketOf(Principal principal) {
        return switch (principal) {
            case Principal.Subject _, Principal.Holder _ -> full(settings.burst(), settings.perSecond());
            case Principal.Address _ -> full(settings.anonymousBurst(), settings.anonymousPerSecond());
        };
    }

    private Bucket full(int burst, int perSecond) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private static long secondsToFill(int burst, int perSecond) {
        return Math.ceilDiv(burst, perSecond);
    }
}
