package dev.plumbline.decision.events;

/** Where this service publishes. */
public final class DecisionTopic {
    /** The topic of all its events; the key is the application's id. */
    public static final String NAME = "plumbline.decisions.v1";

    private DecisionTopic() {}
}
