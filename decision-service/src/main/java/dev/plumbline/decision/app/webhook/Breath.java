package dev.plumbline.decision.app.webhook;

import java.time.Duration;

/** Between two pieces of the same work on a webhook's lines: whoever tries to enter its lane meanwhile finds it free. */
final class Breath {
    private static final Duration LENGTH = Duration.ofMillis(30);

    private Breath() {}

    static void take() throws InterruptedException {
        Thread.sleep(LENGTH);
    }
}
