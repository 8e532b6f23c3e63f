package dev.plumbline.decision.persistence.webhook;

import dev.plumbline.decision.app.webhook.Delivery;
import dev.plumbline.decision.app.webhook.Delivery.Attempt;
import dev.plumbline.decision.app.webhook.DeliveryLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The delivery log. */
@ApplicationScoped
class DeliveryLogRows implements DeliveryLog {
    private static final String SELECT = """
            select id, event_id, event_type, event_time, application_id, status, reason, next_attempt_at, finished_at
            from webhook_delivery where webhook_id = ?
            """;
    private static final String LIST = SELECT + """
            and (?::text is null or status = ?)
                and (?::timestamptz is null or (event_time, id) < (?::timestamptz, ?::uuid))
            order by event_time desc, id desc limit ?""";
    private static final String ATTEMPTS = """
            select delivery_id, number, started_at, outcome, duration_ms from webhook_attempt
            where delivery_id = any(?::uuid[]) order by delivery_id, number""";

    private final Sql sql;

    DeliveryLogRows(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Delivery> list(UUID webhookId, Delivery.@Nullable Status status, @Nullable Place after, int most) {
        String name = status == null ? null : status.name();
        Instant time = after == null ? null : after.eventTime();
        UUID id = after == null ? null : after.id();
        return withAttempts(sql.query(LIST, DeliveryLogRows::delivery, webhookId, name, name, time, time, id, most));
    }

    @Override
    public Optional<Delivery> find(UUID webhookId, UUID id) {
        return withAttempts(sql.query(SELECT + "and id = ?", DeliveryLogRows::delivery, webhookId, id)).stream()
                .findFirst();
    }

    private List<Delivery> withAttempts(List<Delivery> deliveries) {
        List<UUID> ids = deliveries.stream().map(Delivery::id).toList();
        Map<UUID, List<Map.Entry<UUID, Attempt>>> attempts = sql.query(ATTEMPTS, DeliveryLogRows::attempt, ids).stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey));
        return deliveries.stream()
                .map(delivery -> delivery.with(attempts.getOrDefault(delivery.id(), List.of()).stream()
                        .map(Map.Entry::getValue)
                        .toList()))
                .toList();
    }

    private static Map.Entry<UUID, Attempt> attempt(ResultSet row) throws SQLException {
        return Map.entry(
                row.getObject("delivery_id", UUID.class),
                new Attempt(
                        row.getInt("number"),
                        Sql.instant(row, "started_at"),
                        row.getString("outcome"),
                        Sql.integerOrNull(row, "duration_ms")));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getString("event_id"),
                row.getString("event_type"),
                Sql.instant(row, "event_time"),
                row.getObject("application_id", UUID.class),
                Delivery.Status.valueOf(row.getString("status")),
                row.getString("reason"),
                Sql.instantOrNull(row, "next_attempt_at"),
                Sql.instantOrNull(row, "finished_at"),
                List.of());
    }
}
