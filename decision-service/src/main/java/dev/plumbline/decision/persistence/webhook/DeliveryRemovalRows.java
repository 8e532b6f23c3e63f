package dev.plumbline.decision.persistence.webhook;

import dev.plumbline.decision.app.webhook.DeliveryRemoval;
import dev.plumbline.decision.persistence.ListStart;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes deliveries away, and webhooks that have none any more. */
@ApplicationScoped
class DeliveryRemovalRows implements DeliveryRemoval {
    private static final String TURN =
            "select pg_try_advisory_xact_lock(hashtextextended('webhook deliveries are removed', 0))";
    private static final String FORGET = """
            delete from webhook_delivery where id in (
                select id from webhook_delivery where webhook_id = ? and event_time < ?
                order by event_time, id limit ?)
            returning application_id""";
    private static final String FORGET_RANGES =
            "delete from webhook_redelivery where webhook_id = ? and finished_at < ?";
    private static final String NEXT = "select id from webhook where id > ? and removed_at is null order by id limit 1";
    private static final String REMOVED = "select id from webhook where removed_at is not null order by id limit 1";
    private static final String EMPTY = """
            delete from webhook_delivery where id in (
                select id from webhook_delivery where webhook_id = ? order by position limit ?)""";
    private static final String REMOVE = "delete from webhook where id = ? and removed_at is not null";

    private final Sql sql;
    private final Lanes lanes;
    private final Lines lines;

    DeliveryRemovalRows(Sql sql, Lanes lanes, Lines lines) {
        this.sql = sql;
        this.lanes = lanes;
        this.lines = lines;
    }

    @Override
    public boolean tryTurn() {
        return sql.query(TURN, row -> row.getBoolean(1)).getFirst();
    }

    @Override
    public Optional<UUID> webhookAfter(@Nullable UUID last) {
        return sql.query(NEXT, row -> row.getObject(1, UUID.class), last == null ? ListStart.BEFORE_ALL : last).stream()
                .findFirst();
    }

    @Override
    public int forgetBefore(UUID webhookId, Instant time, Instant now, int most) {
        // Not shared with those who finish one: each would see the other's as the first of the line, and let nobody go.
        lanes.lock(webhookId);
        List<UUID> applicationIds = sql.query(FORGET, row -> row.getObject(1, UUID.class), webhookId, time, most);
        lines.release(webhookId, applicationIds, now);
        sql.update(FORGET_RANGES, webhookId, time);
        return applicationIds.size();
    }

    @Override
    public boolean removeSome(int most) {
        Optional<UUID> removed =
                sql.query(REMOVED, row -> row.getObject(1, UUID.class)).stream().findFirst();
        if (removed.isPresent()) {
            lanes.lock(removed.get());
            if (sql.update(EMPTY, removed.get(), most) < most) {
                sql.update(REMOVE, removed.get());
            }
        }
        return removed.isPresent();
    }
}
