package dev.plumbline.kit.inbox;

import java.util.List;

/** Takes a whole batch, in one transaction. */
@FunctionalInterface
public interface BatchHandler {
    /**
     * Stores what the events say. May be called again with the same events, with some of them alone, and in any order.
     * An event that can never be used is given to {@link DeadLetters} by the handler itself.
     */
    void handle(List<InboundEvent> events);
}
