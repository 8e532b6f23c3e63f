package dev.plumbline.decision.events;

import java.util.UUID;

/** {@code dev.plumbline.decision.waiver-changed.v1}: a node was taken out of an application's decision, or put back. */
public record WaiverChanged(
        UUID applicationId, String node, long revision, String reason, String by, boolean retracted) {

    public static final String TYPE = "dev.plumbline.decision.waiver-changed.v1";
}
