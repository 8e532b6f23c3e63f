package dev.plumbline.decision;

import dev.plumbline.decision.app.webhook.DeliveryLanes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Time as it passes for those who deliver to webhooks: when a test says so, and they look at once at what is due. */
@Singleton
class PassingTime {
    private final MovableClock clock;
    private final DeliveryLanes lanes;

    PassingTime(MovableClock clock, DeliveryLanes lanes) {
        this.clock = clock;
        this.lanes = lanes;
    }

    Instant now() {
        return clock.instant();
    }

    void pass(Duration time) {
        clock.advance(time);
        lanes.wake();
    }

    /** Sets the clock right again. */
    void reset() {
        clock.reset();
    }
}
