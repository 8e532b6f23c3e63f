package dev.plumbline.decision.persistence.webhook;

import dev.plumbline.decision.app.webhook.Deliveries;
import dev.plumbline.decision.app.webhook.Delivery;
import dev.plumbline.decision.app.webhook.Redelivery;
import dev.plumbline.kit.ids.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The deliveries on their way. */
@ApplicationScoped
class DeliveryRows implements Deliveries {
    private static final String INSERT = """
            insert into webhook_delivery
                (id, webhook_id, event_id, event_type, event_time, application_id, payload, traceparent, status)
            select new.id, new.webhook_id, event_id, event_type, event_time, application_id, payload, traceparent, 'PENDING'
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::uuid[], ?::bytea[], ?::text[])
                with ordinality as new
                    (id, webhook_id, event_id, event_type, event_time, application_id, payload, traceparent, place)
            join webhook on webhook.id = new.webhook_id and removed_at is null
            order by place
            on conflict (webhook_id, event_id) do nothing""";
    // While the owner owes the application a rating, what is about it waits, whatever was noted or sent before (ADR
    // 0071).
    static final String OWNER_MAY_SEE = """
            not exists (
                select from panel_seat
                where person = webhook.owner and panel_seat.application_id = delivery.application_id)""";
    private static final String DUE = """
            select id, deliveries
            from webhook, lateral (
                select count(*) as deliveries from (
                    select from webhook_delivery as delivery
                    where webhook_id = webhook.id and next_attempt_at <= ? and %s limit ?) as counted) as due
            where enabled and deliveries > 0""".formatted(OWNER_MAY_SEE);
    private static final String CLAIM = """
            with due as (
                select delivery.id from webhook_delivery as delivery
                join webhook on webhook.id = delivery.webhook_id and enabled
                where webhook_id = ? and next_attempt_at <= ? and %s
                order by next_attempt_at, position limit 1
                for update of delivery skip locked),
            claimed as (
                update webhook_delivery as delivery
                set claim = ?, next_attempt_at = ?, attempts = attempts + 1
                from due where delivery.id = due.id
                returning delivery.*),
            begun as (
                insert into webhook_attempt (delivery_id, number, started_at) select id, attempts, ? from claimed)
            select claimed.id, claim, event_id, application_id, payload, attempts, attempts_before, traceparent,
            """.formatted(OWNER_MAY_SEE) + WebhookRow.COLUMNS
            + " from claimed join webhook on webhook.id = claimed.webhook_id";
    private static final String END = """
            update webhook_delivery
            set status = ?, next_attempt_at = ?, claim = null, finished_at = ?, reason = ?
            where id = ? and claim = ?""";
    private static final String END_ATTEMPT =
            "update webhook_attempt set duration_ms = ?, outcome = ? where delivery_id = ? and number = ?";
    private static final String AGAIN = """
            status = 'PENDING', attempts_before = attempts, reason = null, finished_at = null""";
    private static final String ONE_AGAIN = "update webhook_delivery set position = nextval('webhook_position'), "
            + AGAIN + " where id = ? and status <> 'PENDING' returning application_id";
    private static final String LAST_POSITION =
            "select position from webhook_delivery where webhook_id = ? order by position desc limit 1";
    private static final String RANGE = """
            select id, position from webhook_delivery
            where webhook_id = ? and position > ? and position <= ?
                and event_time >= ? and event_time < ? and status <> 'PENDING' and (?::text is null or status = ?)
                and finished_at <= ?
            order by position limit ?""";
    /** Numbered before anything is joined: a join may read what it joins with once for each row, and number it each time. */
    private static final String SOME_AGAIN = """
            with placed as materialized (
                select id, nextval('webhook_position') as place
                from (select id from unnest(?::uuid[]) with ordinality as given (id, n) order by n) as chosen)
            update webhook_delivery set position = place, %s
            from placed
            where webhook_delivery.id = placed.id and webhook_delivery.status <> 'PENDING'
                and webhook_delivery.position <= ?
            returning application_id""".formatted(AGAIN);

    private static final String HASTEN = """
            update webhook_delivery set next_attempt_at = ?
            where id in (
                select id from webhook_delivery
                where webhook_id = ? and next_attempt_at > ? and claim is null
                order by next_attempt_at limit ? for update skip locked)""";

    private final Sql sql;
    private final Lanes lanes;
    private final Lines lines;

    DeliveryRows(Sql sql, Lanes lanes, Lines lines) {
        this.sql = sql;
        this.lanes = lanes;
        this.lines = lines;
    }

    @Override
    public void add(UUID webhookId, Collection<NewDelivery> deliveries, Instant now) {
        lanes.lock(webhookId);
        List<UUID> applicationIds =
                each(deliveries, delivery -> delivery.event().applicationId());
        sql.update(
                INSERT,
                each(deliveries, delivery -> Ids.next()),
                Collections.nCopies(deliveries.size(), webhookId),
                each(deliveries, delivery -> delivery.event().id()),
                each(deliveries, delivery -> delivery.event().type().type()),
                each(deliveries, delivery -> delivery.event().time()),
                applicationIds,
                each(deliveries, NewDelivery::payload),
                each(deliveries, delivery -> delivery.event().traceparent()));
        lines.release(webhookId, applicationIds, now);
    }

    private static <T extends @Nullable Object> List<T> each(
            Collection<NewDelivery> deliveries, Function<NewDelivery, T> column) {
        return deliveries.stream().map(column).toList();
    }

    @Override
    public List<Due> due(Instant now, int most) {
        return sql.query(DUE, row -> new Due(row.getObject(1, UUID.class), row.getInt(2)), now, most);
    }

    @Override
    public Optional<Claimed> claim(UUID webhookId, Instant now, Instant until) {
        return sql.query(CLAIM, DeliveryRows::claimed, webhookId, now, UUID.randomUUID(), until, now).stream()
                .findFirst();
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        return new Claimed(
                row.getObject("id", UUID.class),
                WebhookRow.read(row),
                row.getObject("claim", UUID.class),
                row.getString("event_id"),
                row.getObject("application_id", UUID.class),
                row.getBytes("payload"),
                row.getInt("attempts"),
                row.getInt("attempts") - row.getInt("attempts_before"),
                row.getString("traceparent"));
    }

    @Override
    public boolean tryEnter(UUID webhookId, boolean isToBeChanged) {
        return isToBeChanged ? lanes.tryLock(webhookId) : lanes.tryShare(webhookId);
    }

    @Override
    public boolean end(Claimed claimed, Ended ended) {
        UUID webhookId = claimed.webhook().id();
        lanes.share(webhookId);
        String reason = ended.status() == Delivery.Status.DELIVERED ? null : ended.outcome();
        sql.update(END_ATTEMPT, ended.durationMillis(), ended.outcome(), claimed.id(), claimed.attempt());
        int changed = sql.update(
                END,
                ended.status().name(),
                ended.nextAttemptAt(),
                isFinal(ended) ? ended.at() : null,
                reason,
                claimed.id(),
                claimed.claim());
        if (changed > 0 && isFinal(ended)) {
            lines.release(webhookId, List.of(claimed.applicationId()), ended.at());
        }
        return changed > 0;
    }

    private static boolean isFinal(Ended ended) {
        return ended.nextAttemptAt() == null;
    }

    @Override
    public void sendAgain(UUID webhookId, UUID deliveryId, Instant now) {
        lines.release(webhookId, sql.query(ONE_AGAIN, row -> row.getObject(1, UUID.class), deliveryId), now);
    }

    @Override
    public long lastPosition(UUID webhookId) {
        return sql.query(LAST_POSITION, row -> row.getLong(1), webhookId).stream()
                .findFirst()
                .orElse(0L);
    }

    @Override
    public List<Placed> finished(Redelivery asked, int most) {
        Range range = asked.range();
        String status = range.status() == null ? null : range.status().name();
        return sql.query(
                RANGE,
                row -> new Placed(row.getObject(1, UUID.class), row.getLong(2)),
                asked.webhookId(),
                asked.doneTo(),
                asked.upTo(),
                range.from(),
                range.to(),
                status,
                status,
                asked.endedUntil(),
                most);
    }

    @Override
    public int sendAgain(UUID webhookId, List<UUID> deliveryIds, long upTo, Instant now) {
        List<UUID> applicationIds = sql.query(SOME_AGAIN, row -> row.getObject(1, UUID.class), deliveryIds, upTo);
        lines.release(webhookId, applicationIds, now);
        return applicationIds.size();
    }

    @Override
    public int hasten(UUID webhookId, Instant now, int most) {
        return sql.update(HASTEN, now, webhookId, now, most);
    }
}
