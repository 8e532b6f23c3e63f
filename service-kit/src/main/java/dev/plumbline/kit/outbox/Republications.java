package dev.plumbline.kit.outbox;

import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.topics.Topics;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes a topic that was lost again: everything that this service has ever published to it, with the same ids and the same
 * bytes, those of each key in the order in which it did. The relay does so between the rounds in which it publishes what is new.
 */
@ApplicationScoped
public class Republications {
    private static final String COLUMNS = "id, topic, published, requested_at, finished_at";
    /** Who asks twice at once, gets the same. */
    private static final String REQUEST = """
            insert into republication (id, topic) values (?, ?)
            on conflict (topic) where finished_at is null do update set topic = excluded.topic
            returning\s""" + COLUMNS;

    private static final String FIND = "select " + COLUMNS + " from republication where id = ?";

    private final AgroalDataSource dataSource;
    private final OutboxSettings settings;
    private final OutboxSignal signal;
    private final Topics topics;

    Republications(AgroalDataSource dataSource, OutboxSettings settings, OutboxSignal signal, Topics topics) {
        this.dataSource = dataSource;
        this.settings = settings;
        this.signal = signal;
        this.topics = topics;
    }

    /**
     * Begins to write a topic again, and makes it where it is missing and this service makes its topics. One that is being
     * written already is not begun anew.
     *
     * @throws ProblemException 422 where this service keeps no events of the topic, or it is not there; 503 where Kafka does
     *     not answer
     */
    public Republication request(String topic) {
        List<String> kept = settings.keep().orElse(List.of());
        if (!kept.contains(topic)) {
            throw refusal("must be one of " + String.join(", ", kept));
        }
        if (!topics.ensure(topic)) {
            throw refusal("does not exist; this service does not make it");
        }
        Republication requested = one(REQUEST, Ids.next(), topic).orElseThrow();
        signal.raise();
        return requested;
    }

    private static ProblemException refusal(String message) {
        return new ProblemException(new KitError.InvalidContent(List.of(new Fault("/topic", message))));
    }

    /** @throws ProblemException 404 where there is none of this id */
    public Republication find(UUID id) {
        return one(FIND, id)
                .orElseThrow(() -> new ProblemException(new KitError.NotFound("republication", id.toString())));
    }

    private Optional<Republication> one(String sql, Object... arguments) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(republication(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Republications cannot be read or written", e);
        }
    }

    private static Republication republication(ResultSet row) throws SQLException {
        OffsetDateTime finished = row.getObject(5, OffsetDateTime.class);
        Instant finishedAt = finished == null ? null : finished.toInstant();
        return new Republication(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getLong(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                finishedAt);
    }
}
