package dev.plumbline.kit.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * What a test of an application waits for without a time of its own may take a minute: on a machine that is busy Awaitility's
 * ten seconds are over before anything is wrong.
 */
public final class LongPatience implements QuarkusTestBeforeClassCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public void beforeClass(Class<?> test) {
        Awaitility.setDefaultTimeout(PATIENCE);
    }
}
