package dev.plumbline.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.e2e.Decisions;
import dev.plumbline.e2e.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The decisions that were published on some applications: whether each follows the one before it, and which is the last.
 * What else is on the topic is not looked at: a database that was made anew by another test has begun to count anew.
 */
final class DecisionEvents {
    static final String CHANGED = "dev.plumbline.decision.changed.v1";

    private final Map<String, Published> last = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private final Set<String> own = new HashSet<>();
    private final Set<String> applications;
    private long count;
    private boolean isAnew;

    /** @param applications whose decisions are looked at; may grow */
    DecisionEvents(Set<String> applications) {
        this.applications = applications;
    }

    /** What was said last of an application. */
    record Published(String event, long number, String chain, String recommendation) {}

    void take(ConsumerRecord<String, byte[]> record) {
        if (!applications.contains(record.key())
                || !Topics.header(record, "ce_type").equals(CHANGED)) {
            return;
        }
        count++;
        JsonNode event = Decisions.parse(record.value());
        Published next = new Published(
                Topics.header(record, "ce_id"),
                event.path("number").asLong(),
                event.path("chainDigest").asText(),
                event.path("recommendation").asText());
        if (!isAnew) {
            own.add(next.event());
        }
        check(record.key(), last.put(record.key(), next), next, event);
    }

    private void check(String application, @Nullable Published before, Published next, JsonNode event) {
        if (before == null) {
            if (!event.path("lastPublishedChainDigest").isNull()) {
                broken.add(application + ": the first published decision has one before it");
            }
            return;
        }
        if (next.number() <= before.number()) {
            broken.add("%s: number %d is published after %d".formatted(application, next.number(), before.number()));
        }
        if (!event.path("lastPublishedChainDigest").asText().equals(before.chain())
                || !event.path("previousRecommendation").asText().equals(before.recommendation())) {
            broken.add(
                    "%s: number %d does not follow number %d".formatted(application, next.number(), before.number()));
        }
    }

    /** A rebuilt database publishes anew: what was said before it no longer links. */
    void startAnew() {
        last.clear();
        isAnew = true;
    }

    /** The ids of the events on these applications; of a rebuilt database none, its webhooks were lost with it. */
    Set<String> own() {
        return own;
    }

    /** The numbers of each application rise and each event links to the one before. */
    Finding rising() {
        return new Finding("published numbers rise and link to the one before", count, broken);
    }

    /** What was said last of each application is what is stored. */
    Finding lastIsStored(Map<String, StoredDecision> stored) {
        List<String> violations = new ArrayList<>();
        stored.forEach((application, decision) -> {
            Published published = last.get(application);
            if (published == null) {
                violations.add(application + ": nothing is published");
            } else if (!published.chain().equals(decision.publishedChain())
                    || !published.recommendation().equals(decision.recommendation())) {
                violations.add("%s: the last published decision is number %d, %s; stored is number %d, %s"
                        .formatted(
                                application,
                                published.number(),
                                published.recommendation(),
                                decision.number(),
                                decision.recommendation()));
            }
        });
        return new Finding("the last published decision is the stored one", stored.size(), violations);
    }
}
