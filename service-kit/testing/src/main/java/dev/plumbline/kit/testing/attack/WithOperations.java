package dev.plumbline.kit.testing.attack;

import dev.plumbline.kit.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A service's scenery, and what the calls under {@code /v1/operations} need, which every service has: a dead letter that
 * waits, a rebuild that was ended, a topic that is to be written again, but not yet. All of it is gone with {@link #close}.
 */
public final class WithOperations implements Scenery, AutoCloseable {
    private static final String OPERATIONS = "/v1/operations";
    private static final String RUNNING = "items.findAll { it.status == 'RUNNING' }.id";

    private final Scenery service;
    private final String taken;
    private final String kept;
    private final UUID deadLetter = UUID.randomUUID();
    private final UUID rebuild = UUID.randomUUID();
    private final UUID republication = UUID.randomUUID();

    /**
     * @param service what the service's own calls find
     * @param taken a topic that the service consumes
     * @param kept a topic that the service writes again when it is asked to
     */
    public WithOperations(Scenery service, String taken, String kept) {
        this.service = service;
        this.taken = taken;
        this.kept = kept;
    }

    /** Puts in place what the calls under {@code /v1/operations} find. */
    public WithOperations ready() {
        update(
                """
                insert into dead_letter (id, topic, kafka_partition, kafka_offset, headers, payload, payload_sha256, reason)
                values (?, ?, 0, ?, '[]', ?, '', 'put there by a test')""",
                deadLetter,
                taken,
                ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50),
                "no event".getBytes(StandardCharsets.UTF_8));
        update("""
                insert into rebuild (id, status, started_by, ended_at, ended_by)
                values (?, 'CANCELLED', 'a-test', now(), 'a-test')""", rebuild);
        // Whoever asks for the topic again gets this one, whose time never comes.
        update(
                "insert into republication (id, topic, requested_at) values (?, ?, timestamptz '2999-01-01')",
                republication,
                kept);
        return this;
    }

    @Override
    public Place own(String operation, String caller) {
        return operation.contains(OPERATIONS) ? place(operation) : service.own(operation, caller);
    }

    @Override
    public Place foreign(String operation, String caller) {
        return operation.contains(OPERATIONS) ? place(operation) : service.foreign(operation, caller);
    }

    private Place place(String operation) {
        if (operation.endsWith("/rebuilds")) {
            endRebuilds();
        } else if (operation.endsWith("/republications")) {
            reopenRepublication();
        }
        return Place.of(Map.of(
                "dead-letters", deadLetter.toString(),
                "rebuilds", rebuild.toString(),
                "republications", republication.toString()));
    }

    @Override
    public Map<String, String> bodies() {
        Map<String, String> bodies = new HashMap<>(service.bodies());
        bodies.put("POST " + OPERATIONS + "/dead-letters/redrives", "{\"topic\": \"nobody-knows-this.v1\"}");
        bodies.put("POST " + OPERATIONS + "/republications", "{\"topic\": \"" + kept + "\"}");
        return bodies;
    }

    @Override
    public Map<String, String> queries() {
        return service.queries();
    }

    /** Removes what it has put in place, and ends what was begun. */
    @Override
    public void close() {
        endRebuilds();
        update("delete from dead_letter where id = ?", deadLetter);
        update("delete from republication where id = ?", republication);
        update("delete from rebuild where id = ?", rebuild);
    }

    /** One runs at a time, and a test that comes later may want to begin one. */
    private static void endRebuilds() {
        List<String> running = operator()
                .get(OPERATIONS + "/rebuilds")
                .then()
                .statusCode(200)
                .extract()
                .path(RUNNING);
        running.forEach(id -> operator().post(OPERATIONS + "/rebuilds/{id}/cancel", id));
    }

    /** A call has cancelled it: another one for the topic would begin in earnest. */
    private void reopenRepublication() {
        update("""
                update republication set finished_at = null, cancelled_by = null where id = ?
                and not exists (select 1 from republication other where other.topic = ? and other.finished_at is null)""", republication, kept);
    }

    private static RequestSpecification operator() {
        return RestAssured.given().header("Authorization", "Bearer " + Tokens.of("operator"));
    }

    private static void update(String sql, Object... arguments) {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The tests' database does not do it", e);
        }
    }
}
