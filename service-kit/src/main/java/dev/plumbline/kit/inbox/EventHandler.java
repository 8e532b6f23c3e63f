package dev.plumbline.kit.inbox;

/** Takes one event, in the transaction of its batch. */
@FunctionalInterface
public interface EventHandler {
    /**
     * Stores what the event says. May be called again with the same event, and in any order.
     *
     * @throws RejectedEvent before anything was written, where the event can never be used
     */
    void handle(InboundEvent event);
}
