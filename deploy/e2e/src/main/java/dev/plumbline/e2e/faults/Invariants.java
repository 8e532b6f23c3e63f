package dev.plumbline.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.e2e.Decisions;
import dev.plumbline.e2e.Ledger;
import dev.plumbline.e2e.Platform;
import dev.plumbline.e2e.Topics;
import dev.plumbline.e2e.faults.ScoreBook.Section;
import dev.plumbline.local.platform.Service;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What has to hold whatever happened, of a platform that nothing is on its way in. What is true comes from the answers
 * that the load client got; what is held against it, from the topics and the decision-service's tables.
 */
public final class Invariants {
    private final Platform platform;
    private final Ledger ledger;
    private final ScoreBook book;
    private final StoredDecisions stored;
    private final EventLog log;
    private final ScoreEvents scores = new ScoreEvents();
    private final DecisionEvents decisions;
    private final WebhookReceiver receiver;
    private final RefusingReceiver refusing;
    private final Set<String> overtaken = new HashSet<>();
    /** A topic of facts was, and not all of them were taken when it was lost. */
    private boolean isMadeAnew;

    private boolean isReplayed;

    /** Of what this load has sent to this platform, and what this receiver was told of it. */
    public Invariants(Platform platform, ScoreLoad load, WebhookReceiver receiver, RefusingReceiver refusing) {
        this.platform = platform;
        this.ledger = load.clinic().ledger();
        this.book = load.book();
        this.stored = new StoredDecisions(platform.database(Service.DECISION));
        this.log = new EventLog(platform.kafka());
        this.decisions = new DecisionEvents(ledger.known());
        this.receiver = receiver;
        this.refusing = refusing;
    }

    /** The ids of the decisions that are published by now. */
    Set<String> published() {
        read();
        return decisions.own();
    }

    private void read() {
        log.read(record -> {
            scores.take(record);
            decisions.take(record);
        });
        decisions.settle();
    }

    /** All of them, each with what breaks it. */
    public List<Finding> check() throws SQLException {
        read();
        Map<String, StoredDecision> current = stored.current(ledger.applications());
        List<Finding> findings = new ArrayList<>();
        findings.add(scores.storedOnce(book));
        findings.add(decidedOnLatest(current));
        findings.add(oneDecisionForEach());
        findings.add(numbersWithoutGaps(current));
        findings.add(decisions.rising());
        findings.add(decisions.lastIsStored(current));
        findings.add(log.sameBytes());
        findings.add(log.whole());
        findings.add(outboxesAreDrained());
        findings.add(receiver.delivered(decisions.own()));
        findings.add(receiver.inOrder());
        if (!isReplayed) {
            findings.add(refusing.givenUp());
        }
        return findings;
    }

    /** Records on the fact and decision topics, those that came again included. */
    public long records() {
        return log.records();
    }

    /** The content digest of each application's current decision. */
    public Map<String, String> contentDigests() throws SQLException {
        Map<String, String> digests = new TreeMap<>();
        stored.current(ledger.applications())
                .forEach((application, decision) -> digests.put(application, decision.content()));
        return digests;
    }

    /** The decision-service's database is lost and made anew: its decisions are published anew as well. */
    public void expectRepublished() {
        read();
        decisions.startAnew();
        isReplayed = true;
    }

    /** A topic was made anew, and its owner has published everything again. */
    public void expectAnew(String topic) {
        log.forget(topic);
        if (topic.equals(Topics.DECISIONS)) {
            log.giveAgain(topic);
            decisions.readAgain();
        } else {
            isMadeAnew = true;
        }
    }

    private Finding decidedOnLatest(Map<String, StoredDecision> current) {
        List<String> violations = new ArrayList<>();
        for (String application : ledger.applications()) {
            StoredDecision decision = current.get(application);
            JsonNode expected = Decisions.sectionSeven(ledger.expected(application));
            if (decision == null) {
                violations.add(application + ": there is no decision");
            } else if (!Decisions.sectionSeven(decision.outcome()).equals(expected)) {
                violations.add("%s: number %d is not the decision on what was accepted"
                        .formatted(application, decision.number()));
            }
        }
        return new Finding(
                "each decision is decide() of the latest facts",
                ledger.applications().size(),
                violations);
    }

    private Finding oneDecisionForEach() throws SQLException {
        Map<String, Long> triggers = stored.byTrigger(ledger.applications());
        List<String> violations = new ArrayList<>();
        long checked = 0;
        for (Section section : book.sections()) {
            List<ScoreEvents.Score> all = scores.of(section);
            ScoreEvents.@Nullable Score decided = null;
            for (ScoreEvents.Score score : all) {
                checked++;
                long led = triggers.getOrDefault(score.event(), 0L);
                boolean saysNothingNew = decided != null && decided.earned() == score.earned();
                if (led == 0 && isMadeAnew && (score != all.getLast() || saysNothingNew)) {
                    // Not taken when its topic was lost, and a later one of its section came before it again; or those
                    // between it and one that says the same were not taken.
                    overtaken.add(score.event());
                }
                decided = led > 0 ? score : decided;
                if (isReplayed ? led > 1 : led != (overtaken.contains(score.event()) ? 0 : 1)) {
                    violations.add("%s: event %s led to %d decisions".formatted(section, score.event(), led));
                }
            }
        }
        isMadeAnew = false;
        // In a replay a score may come before its application, whose first decision is on all that came before it.
        String invariant =
                isReplayed ? "each score event led to at most one decision" : "each score event led to one decision";
        return new Finding(invariant, checked, violations);
    }

    private static Finding numbersWithoutGaps(Map<String, StoredDecision> current) {
        List<String> violations = new ArrayList<>();
        current.forEach((application, decision) -> {
            if (decision.lowest() != 1 || decision.rows() != decision.number()) {
                violations.add("%s: %d decisions from number %d on, the current one is %d"
                        .formatted(application, decision.rows(), decision.lowest(), decision.number()));
            }
        });
        return new Finding("stored numbers rise by one from 1", current.size(), violations);
    }

    private Finding outboxesAreDrained() throws SQLException {
        List<String> violations = new ArrayList<>();
        for (Service service : Service.values()) {
            long left = platform.database(service).outboxDepth();
            if (left > 0) {
                violations.add("%s has %d events in its outbox".formatted(service.title(), left));
            }
        }
        return new Finding("every outbox is drained", Service.values().length, violations);
    }
}
