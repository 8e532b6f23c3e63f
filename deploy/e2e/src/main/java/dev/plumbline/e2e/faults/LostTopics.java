package dev.plumbline.e2e.faults;

import dev.plumbline.e2e.Database;
import dev.plumbline.e2e.Http;
import dev.plumbline.e2e.Topics;
import dev.plumbline.local.platform.Service;
import java.sql.Connection;
import java.sql.Statement;

/** Topics that are deleted while the platform is at work. */
public final class LostTopics {
    private static final long A_FEW = 20;

    private LostTopics() {}

    /** A topic is deleted with all that lies on it, while its owner goes on accepting; the owner writes it again. */
    public static Fault lose(Service owner, String topic) {
        return new Fault("%s deleted, and written again by its owner".formatted(topic), arena -> {
            Http operator = delete(arena, owner, topic);
            arena.lift();
            String republication = writeAgain(operator, topic);
            arena.await("republication", () -> isDone(operator, republication));
            arena.remade(topic);
        });
    }

    /** The topic of the decisions is deleted, and its owner is killed while it writes it again. */
    public static Fault loseDecisions() {
        String topic = Topics.DECISIONS;
        return new Fault("%s deleted, its owner killed while it writes it again".formatted(topic), arena -> {
            Http operator = delete(arena, Service.DECISION, topic);
            String republication = writeAgain(operator, topic);
            Database database = arena.platform().database(Service.DECISION);
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                // So it cannot note what it has sent. It may have been faster than this lock.
                statement.execute("lock table republication in share mode");
                arena.await(
                        "events written again",
                        () -> database.count("select count(*) from pg_locks where relation = 'republication'::regclass"
                                                + " and not granted")
                                        > 0
                                || isDone(operator, republication));
                arena.platform().kill(Service.DECISION);
            }
            arena.lift();
            arena.platform().restart(Service.DECISION);
            arena.await("republication", () -> isDone(operator, republication));
            arena.remade(topic);
        });
    }

    /** Deletes a topic while what is to be published there is on its way. */
    private static Http delete(Arena arena, Service owner, String topic) throws Exception {
        Http operator = arena.platform().as("operator", owner);
        arena.strikeMidBatch(at -> at.platform().topics().delete(topic));
        arena.awaitScores(A_FEW);
        return operator;
    }

    private static String writeAgain(Http operator, String topic) {
        return "/v1/operations/republications/"
                + operator.post("/v1/operations/republications", "{\"topic\": \"" + topic + "\"}")
                        .expect(202)
                        .id();
    }

    private static boolean isDone(Http operator, String republication) {
        return operator.get(republication).expect(200).json().hasNonNull("finishedAt");
    }
}
