package dev.plumbline.decision.domain.webhook;

import java.time.Duration;
import java.util.List;

/**
 * When an event is sent again that the receiver has not taken (Standard Webhooks 1.0, deliverability and reliability).
 *
 * @param delays between one attempt and the next: one more attempt than there are delays
 * @param jitter how far a delay is varied either way, as a part of it: 0 to 1
 * @param longestRetryAfter the most that a receiver's {@code Retry-After} is given
 */
public record RetrySchedule(List<Duration> delays, double jitter, Duration longestRetryAfter) {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    public RetrySchedule {
        delays = List.copyOf(delays);
        if (delays.stream().anyMatch(delay -> delay.isNegative() || delay.isZero())) {
            throw new IllegalArgumentException("A delay of a retry schedule must be positive");
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("The jitter of a retry schedule must be from 0 to 1");
        }
    }

    /**
     * What follows on an attempt.
     *
     * @param attempt 1 for the first of the round
     * @param random 0 to 1, where in the jitter the delay lies
     */
    public NextStep after(int attempt, Outcome outcome, double random) {
        if (outcome.isDelivered()) {
            return new NextStep.Done();
        }
        if (attempt > delays.size()) {
            return new NextStep.GiveUp();
        }
        Duration asked = askedFor(outcome);
        Duration planned = varied(delays.get(attempt - 1), random);
        // Never sooner than planned: a receiver that always asks for a second would be given up within ten.
        return new NextStep.TryAgain(asked.compareTo(planned) > 0 ? asked : planned);
    }

    private Duration askedFor(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(int status, Duration retryAfter)
            when retryAfter != null && (status == TOO_MANY_REQUESTS || status == UNAVAILABLE) ->
                retryAfter.compareTo(longestRetryAfter) < 0 ? retryAfter : longestRetryAfter;
            case Outcome.Answered answered -> Duration.ZERO;
            case Outcome.Failed failed -> Duration.ZERO;
        };
    }

    private Duration varied(Duration delay, double random) {
        double factor = 1 - jitter + 2 * jitter * random;
        return Duration.ofMillis(Math.max(1, Math.round(delay.toMillis() * factor)));
    }
}
