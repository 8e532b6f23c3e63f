package dev.plumbline.decision.domain.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of an attempt. */
public sealed interface Outcome {

    /** The receiver has taken the event (Standard Webhooks 1.0: any 2xx, and nothing else). */
    boolean isDelivered();

    /** In one word, for the delivery log: {@code HTTP_503}, {@code TIMED_OUT}. */
    String code();

    /**
     * A whole answer.
     *
     * @param status the HTTP status, 100 to 599
     * @param retryAfter what {@code Retry-After} asked for; null where there was none that can be read
     */
    record Answered(int status, @Nullable Duration retryAfter) implements Outcome {
        @Override
        public boolean isDelivered() {
            return status >= 200 && status < 300;
        }

        @Override
        public String code() {
            return "HTTP_" + status;
        }
    }

    /** None. */
    record Failed(Failure failure) implements Outcome {
        @Override
        public boolean isDelivered() {
            return false;
        }

        @Override
        public String code() {
            return failure.name();
        }
    }
}
