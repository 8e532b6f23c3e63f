package dev.plumbline.e2e.faults;

import dev.plumbline.e2e.Platform;
import dev.plumbline.e2e.Topics;
import dev.plumbline.local.platform.Service;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets faults strike one after the other while scores are sent, and checks after each that everything holds. */
public final class FaultRun {
    private static final List<String> GROUPS =
            List.of("decision-service", Flight.FACTS_GROUP, "decision-service-own-facts");
    private static final long SCORES_BEFORE = 20;

    private final Platform platform;
    private final ScoreLoad load;
    private final WebhookReceiver receiver;
    private final RefusingReceiver refusing;
    private final Invariants invariants;

    /** Against a platform whose load does not send yet; the receiver was registered before the first application. */
    public FaultRun(Platform platform, ScoreLoad load, WebhookReceiver receiver, RefusingReceiver refusing) {
        this.platform = platform;
        this.load = load;
        this.receiver = receiver;
        this.refusing = refusing;
        this.invariants = new Invariants(platform, load, receiver, refusing);
    }

    /** What has to hold. */
    public Invariants invariants() {
        return invariants;
    }

    /**
     * One fault, from the first score before it until nothing is on its way after it.
     *
     * @param more scores to be acknowledged after it has been lifted, before the load stops
     */
    public Survived survive(Fault fault, long more) throws Exception {
        Arena arena = new Arena(platform, load);
        long scores = load.book().acknowledged();
        long unanswered = load.book().unanswered();
        load.start();
        arena.awaitScores(SCORES_BEFORE);
        refusing.provoke();
        arena.begin();
        fault.strike().at(arena);
        load.stop();
        arena.awaitQuiet();
        Duration recovered = arena.recovered();
        if (more > 0) {
            load.start();
            arena.awaitScores(more);
            load.stop();
            arena.awaitQuiet();
        }
        arena.remade().forEach(invariants::expectAnew);
        Set<String> published = invariants.published();
        arena.await("delivery of every webhook", () -> receiver.hasAll(published), receiver::count);
        // Its schedule takes longer than most faults: what was refused during this one is looked at after the next.
        refusing.awaitEarlier(arena);
        return new Survived(
                fault.name(),
                arena.flight(),
                arena.lasted(),
                recovered,
                load.book().acknowledged() - scores,
                load.book().unanswered() - unanswered,
                invariants.check());
    }

    /** What is refused during the last fault is given up as well. */
    public Finding refusedToTheEnd() throws Exception {
        refusing.awaitAll(new Arena(platform, load));
        return refusing.givenUp();
    }

    /**
     * The decision-service's database is lost, and made again from offset 0 of the topics.
     *
     * @return whether the current decisions have the same content digests, and what has to hold after a replay as well
     */
    public List<Finding> rebuild() throws Exception {
        Map<String, String> before = invariants.contentDigests();
        invariants.expectRepublished();
        platform.kill(Service.DECISION);
        try (var connection = platform.database(Service.DECISION).connect();
                var statement = connection.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public authorization decision");
        }
        Topics topics = platform.topics();
        GROUPS.forEach(topics::forgetOnceEmpty);
        platform.restart(Service.DECISION);
        Arena arena = new Arena(platform, load);
        Instant begin = Instant.now();
        arena.awaitQuiet();
        arena.await("all decisions", () -> invariants.contentDigests().size() == before.size());
        // What waited for its rubric is decided last.
        arena.awaitQuiet();
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(
                "a replay from offset 0 into an empty database ends at the same content digests (%d s)"
                        .formatted(Duration.between(begin, Instant.now()).toSeconds()),
                before.size(),
                differences(before, invariants.contentDigests())));
        findings.addAll(invariants.check());
        return findings;
    }

    private static List<String> differences(Map<String, String> before, Map<String, String> after) throws SQLException {
        return before.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(after.get(entry.getKey())))
                .map(entry -> entry.getKey() + " had another content digest before")
                .toList();
    }
}
