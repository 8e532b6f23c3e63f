package dev.plumbline.kit.outbox;

import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.outbox.Republication.Status;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a topic that was lost again: everything that this service has kept of what it published to it, with the
 * same ids and the same bytes, those of each key in the order in which it did. The relay does so between the rounds in which it publishes what is new.
 */
@ApplicationScoped
public class Republications {
    private static final String COLUMNS = """
            id, topic, published, requested_at, finished_at, cancelled_by, failure, retry_at,
            (select written_at from published_event p where p.topic = republication.topic order by p.id limit 1)""";
    /** Who asks twice at once, gets the same. */
    private static final String REQUEST = """
            insert into republication (id, topic) values (?, ?)
            on conflict (topic) where finished_at is null do update set topic = excluded.topic
            returning\s""" + COLUMNS;

    private static final String FIND = "select " + COLUMNS + " from republication where id = ?";
    private static final String LIST =
            "select " + COLUMNS + " from republication where ?::uuid is null or id < ?::uuid order by id desc limit ?";
    private static final String CANCEL = """
            update republication set finished_at = now(), cancelled_by = ?, failure = null, retry_at = null
            where id = ? and finished_at is null returning\s""" + COLUMNS;

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
     * Looks whether a topic can be written again, and makes it where it is missing and this service makes its topics. To be
     * called outside of a transaction: it asks Kafka.
     *
     * @throws ProblemException 422 where this service keeps no events of the topic, or it is not there; 503 where Kafka does
     *     not answer
     */
    public void prepare(String topic) {
        List<String> kept = settings.keep().orElse(List.of());
        if (!kept.contains(topic)) {
            throw refusal("must be one of " + String.join(", ", kept));
        }
        if (!topics.ensure(topic)) {
            throw refusal("does not exist; this service does not make it");
        }
    }

    /**
     * Begins to write a topic again that is {@link #prepare}d, in the current transaction where there is one. One that is
     * being written already is not begun anew.
     */
    public Republication request(String topic) {
        return one(REQUEST, Ids.next(), topic).orElseThrow();
    }

    /** Says that one was asked for, once the transaction is over. */
    public void wake() {
        signal.raise();
    }

    /**
     * Ends one before its time; what is written stays. One that was ended so before stays so.
     *
     * @param by the id of who asks for it
     * @throws ProblemException 404 where it is not there, 409 where it has come to its end
     */
    public Republication cancel(UUID id, String by) {
        Republication now = one(CANCEL, by, id).orElseGet(() -> find(id));
        if (now.status() != Status.CANCELLED) {
            throw new ProblemException(new RepublicationError.HasFinished(id));
        }
        return now;
    }

    /**
     * All of them, the latest first.
     *
     * @param before the last one seen; null to begin
     */
    public List<Republication> list(@Nullable UUID before, int most) {
        return all(LIST, before, before, most);
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
        return all(sql, arguments).stream().findFirst();
    }

    private List<Republication> all(String sql, @Nullable Object... arguments) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<Republication> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(republication(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("Republications cannot be read or written", e);
        }
    }

    private static Republication republication(ResultSet row) throws SQLException {
        Instant finishedAt = instant(row, 5);
        String cancelledBy = row.getString(6);
        Status ended = cancelledBy == null ? Status.FINISHED : Status.CANCELLED;
        return new Republication(
                row.getObject(1, UUID.class),
                row.getString(2),
                finishedAt == null ? Status.RUNNING : ended,
                row.getLong(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                finishedAt,
                cancelledBy,
                row.getString(7),
                instant(row, 8),
                instant(row, 9));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
