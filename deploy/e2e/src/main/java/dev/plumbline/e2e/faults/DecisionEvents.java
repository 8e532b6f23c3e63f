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
import java.util.TreeMap;
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
    private @Nullable Map<String, List<Published>> anew;
    private long count;
    private boolean isAnew;

    /** @param applications whose decisions are looked at; may grow */
    DecisionEvents(Set<String> applications) {
        this.applications = applications;
    }

    /**
     * What was said of an application.
     *
     * @param previousChain of the last published one before; empty where there is none
     */
    record Published(
            String event,
            long number,
            String chain,
            String recommendation,
            String previousChain,
            String previousRecommendation) {
        static Published of(ConsumerRecord<String, byte[]> record) {
            JsonNode event = Decisions.parse(record.value());
            return new Published(
                    Topics.header(record, "ce_id"),
                    event.path("number").asLong(),
                    event.path("chainDigest").asText(),
                    event.path("recommendation").asText(),
                    event.path("lastPublishedChainDigest").asText(""),
                    event.path("previousRecommendation").asText(""));
        }
    }

    void take(ConsumerRecord<String, byte[]> record) {
        if (!applications.contains(record.key())
                || !Topics.header(record, "ce_type").equals(CHANGED)) {
            return;
        }
        count++;
        Published next = Published.of(record);
        if (!isAnew) {
            own.add(next.event());
        }
        Map<String, List<Published>> again = anew;
        if (again != null) {
            again.computeIfAbsent(record.key(), key -> new ArrayList<>()).add(next);
        } else {
            check(record.key(), last.put(record.key(), next), next);
        }
    }

    /** The topic was lost and written again: what is taken until {@link #settle} is all of it. */
    void readAgain() {
        anew = new HashMap<>();
    }

    /**
     * On a topic that was written again what was published meanwhile comes before and among what was there: each application's
     * are linked by number, and the last one is the last one all the same.
     */
    void settle() {
        Map<String, List<Published>> again = anew;
        if (again == null) {
            return;
        }
        anew = null;
        again.forEach((application, events) -> {
            TreeMap<Long, Published> byNumber = new TreeMap<>();
            for (Published one : events) {
                Published same = byNumber.putIfAbsent(one.number(), one);
                if (same != null && !same.equals(one)) {
                    broken.add("%s: number %d was written again as another event".formatted(application, one.number()));
                }
            }
            Published before = null;
            for (Published one : byNumber.values()) {
                check(application, before, one);
                before = one;
            }
            if (!events.getLast().equals(before)) {
                broken.add("%s: number %d is the last one on the topic that was written again"
                        .formatted(application, events.getLast().number()));
            }
            last.put(application, events.getLast());
        });
    }

    private void check(String application, @Nullable Published before, Published next) {
        if (before == null) {
            if (!next.previousChain().isEmpty()) {
                broken.add(application + ": the first published decision has one before it");
            }
            return;
        }
        if (next.number() <= before.number()) {
            broken.add("%s: number %d is published after %d".formatted(application, next.number(), before.number()));
        }
        if (!next.previousChain().equals(before.chain())
                || !next.previousRecommendation().equals(before.recommendation())) {
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
