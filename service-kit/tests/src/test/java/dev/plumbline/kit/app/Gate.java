package dev.plumbline.kit.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a request inside its transaction until the test lets it go on. */
public final class Gate {
    private static final Map<String, Gate> CLOSED = new ConcurrentHashMap<>();

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    private Gate() {}

    /** Closes the way of requests about this thing. */
    public static Gate close(String id) {
        Gate gate = new Gate();
        CLOSED.put(id, gate);
        return gate;
    }

    static void pass(String id) {
        Gate gate = CLOSED.remove(id);
        if (gate != null) {
            gate.reached.countDown();
            await(gate.open);
        }
    }

    /** Waits until a request stands at the gate. */
    public void awaitReached() {
        await(reached);
    }

    /** Lets it go on. */
    public void open() {
        open.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The other side did not come");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
