package dev.plumbline.decision.app.webhook;

import dev.plumbline.decision.events.DecisionChanged;
import dev.plumbline.decision.events.VerdictRecorded;
import dev.plumbline.decision.events.VerdictStale;
import dev.plumbline.decision.events.WaiverChanged;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The events that webhooks tell of, and which members of their data they send: what says what to fetch, and why. */
public enum WebhookEventType {
    DECISION_CHANGED(
            DecisionChanged.TYPE,
            "number",
            "recommendation",
            "previousRecommendation",
            "band",
            "complete",
            "withdrawn",
            "total",
            "rubricVersion",
            "contentDigest",
            "chainDigest"),
    VERDICT_RECORDED(VerdictRecorded.TYPE, "revision", "verdict", "decisionNumber", "override"),
    VERDICT_STALE(VerdictStale.TYPE, "revision", "verdictRevision", "decisionNumber", "currentNumber"),
    WAIVER_CHANGED(WaiverChanged.TYPE, "revision", "node", "reason", "retracted");

    private final String type;
    private final List<String> members;

    WebhookEventType(String type, String... members) {
        this.type = type;
        this.members = List.of(members);
    }

    /** The CloudEvent's type, which is the webhook's {@code type} too. */
    public String type() {
        return type;
    }

    /** The members of the event's data that are sent. */
    List<String> members() {
        return members;
    }

    /** The one of this type; empty for a type of a later version. */
    public static Optional<WebhookEventType> of(String type) {
        return Arrays.stream(values()).filter(known -> known.type.equals(type)).findFirst();
    }
}
