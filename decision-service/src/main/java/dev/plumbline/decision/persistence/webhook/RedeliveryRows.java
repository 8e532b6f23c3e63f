package dev.plumbline.decision.persistence.webhook;

import dev.plumbline.decision.app.webhook.Deliveries.Range;
import dev.plumbline.decision.app.webhook.Delivery;
import dev.plumbline.decision.app.webhook.Redeliveries;
import dev.plumbline.decision.app.webhook.Redelivery;
import dev.plumbline.decision.persistence.ListStart;
import dev.plumbline.kit.ids.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ranges that are sent again. */
@ApplicationScoped
class RedeliveryRows implements Redeliveries {
    private static final String COLUMNS = """
            redelivery.id, webhook_id, from_time, to_time, status, up_to, done_to, deliveries, requested_at, finished_at""";
    private static final String INSERT = """
            insert into webhook_redelivery as redelivery (id, webhook_id, from_time, to_time, status, up_to, requested_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (webhook_id, from_time, to_time, coalesce(status, '')) where finished_at is null do nothing
            returning\s""" + COLUMNS;
    private static final String SELECT = "select " + COLUMNS + " from webhook_redelivery as redelivery ";
    private static final String OPEN = SELECT + """
            where webhook_id = ? and from_time = ? and to_time = ? and coalesce(status, '') = ? and finished_at is null""";
    private static final String ALL_OPEN = SELECT + "where webhook_id = ? and finished_at is null";
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('ranges of ' || ?::uuid, 0))";
    private static final String FIND = SELECT + "where webhook_id = ? and id = ?";
    private static final String NEXT = SELECT + """
            join webhook on webhook.id = webhook_id and removed_at is null
            where finished_at is null and redelivery.id > ?
            order by redelivery.id limit 1 for update of redelivery skip locked""";
    private static final String ADVANCE =
            "update webhook_redelivery set done_to = ?, deliveries = deliveries + ? where id = ?";
    private static final String FINISH =
            "update webhook_redelivery set done_to = up_to, deliveries = deliveries + ?, finished_at = ? where id = ?";

    /** One that is found to be there, and is done before it is read: that happens once, hardly ever twice. */
    private static final int MOST_TRIES = 10;

    private final Sql sql;

    RedeliveryRows(Sql sql) {
        this.sql = sql;
    }

    /** A lock of their own: whoever works on one of them has its row, and the webhook's lane, for as long as a piece takes. */
    @Override
    public List<Redelivery> lockOpen(UUID webhookId) {
        sql.query(LOCK, row -> webhookId, webhookId);
        return sql.query(ALL_OPEN, RedeliveryRows::read, webhookId);
    }

    @Override
    public Redelivery request(UUID webhookId, Range range, long upTo, Instant now) {
        String status = range.status() == null ? null : range.status().name();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Redelivery> found =
                    insert(webhookId, range, status, upTo, now).or(() -> open(webhookId, range, status));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new IllegalStateException("A range is under way, and is not, whenever it is looked at");
    }

    private Optional<Redelivery> insert(UUID webhookId, Range range, @Nullable String status, long upTo, Instant now) {
        return sql
                .query(INSERT, RedeliveryRows::read, Ids.next(), webhookId, range.from(), range.to(), status, upTo, now)
                .stream()
                .findFirst();
    }

    /** Read, not locked: whoever works on it has it for as long as a piece takes. */
    private Optional<Redelivery> open(UUID webhookId, Range range, @Nullable String status) {
        return sql
                .query(OPEN, RedeliveryRows::read, webhookId, range.from(), range.to(), status == null ? "" : status)
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Redelivery> find(UUID webhookId, UUID id) {
        return sql.query(FIND, RedeliveryRows::read, webhookId, id).stream().findFirst();
    }

    @Override
    public Optional<Redelivery> lockNext(@Nullable UUID last) {
        return sql.query(NEXT, RedeliveryRows::read, last == null ? ListStart.BEFORE_ALL : last).stream()
                .findFirst();
    }

    @Override
    public void advance(UUID id, long doneTo, int more) {
        sql.update(ADVANCE, doneTo, more, id);
    }

    @Override
    public void finish(UUID id, int more, Instant now) {
        sql.update(FINISH, more, now, id);
    }

    private static Redelivery read(ResultSet row) throws SQLException {
        String status = row.getString("status");
        return new Redelivery(
                row.getObject("id", UUID.class),
                row.getObject("webhook_id", UUID.class),
                new Range(
                        Sql.instant(row, "from_time"),
                        Sql.instant(row, "to_time"),
                        status == null ? null : Delivery.Status.valueOf(status)),
                row.getLong("up_to"),
                row.getLong("done_to"),
                row.getInt("deliveries"),
                Sql.instant(row, "requested_at"),
                Sql.instantOrNull(row, "finished_at"));
    }
}
