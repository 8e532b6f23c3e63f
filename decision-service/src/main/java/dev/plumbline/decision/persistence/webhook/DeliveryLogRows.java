package dev.plumbline.decision.persistence.webhook;

import dev.plumbline.decision.app.webhook.Delivery;
import dev.plumbline.decision.app.webhook.Delivery.Attempt;
import dev.plumbline.decision.app.webhook.DeliveryLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The delivery log. */
@ApplicationScoped
class DeliveryLogRows implements DeliveryLog {
    // One statement for both tables: an attempt that ends meanwhile is seen in both or in neither.
    private static final String SELECT = """
            select chosen.*, number, started_at, outcome, duration_ms
            from (
                select id, event_id, event_type, event_time, application_id, status, reason, finished_at,
                    case when claim is null then next_attempt_at end as next_attempt_at
                from webhook_delivery where webhook_id = ? %s) as chosen
            left join webhook_attempt on delivery_id = chosen.id
            order by event_time desc, chosen.id desc, number""";
    static final String LIST = SELECT.formatted("""
            and (?::text is null or status = ?)
                and (event_time, id) < (
                    coalesce(?::timestamptz, 'infinity'), coalesce(?::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
            order by event_time desc, id desc limit ?""");
    private static final String FIND = SELECT.formatted("and id = ?");

    private final Sql sql;

    DeliveryLogRows(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Delivery> list(UUID webhookId, Delivery.@Nullable Status status, @Nullable Place after, int most) {
        String name = status == null ? null : status.name();
        Instant time = after == null ? null : after.eventTime();
        UUID id = after == null ? null : after.id();
        return merged(sql.query(LIST, DeliveryLogRows::read, webhookId, name, name, time, id, most));
    }

    @Override
    public Optional<Delivery> find(UUID webhookId, UUID id) {
        return merged(sql.query(FIND, DeliveryLogRows::read, webhookId, id)).stream()
                .findFirst();
    }

    /** One delivery of each run of rows that are about the same one. */
    private static List<Delivery> merged(List<Delivery> rows) {
        Map<UUID, Delivery> merged = new LinkedHashMap<>();
        for (Delivery row : rows) {
            merged.merge(row.id(), row, DeliveryLogRows::merge);
        }
        return List.copyOf(merged.values());
    }

    private static Delivery merge(Delivery first, Delivery next) {
        List<Attempt> attempts = new ArrayList<>(first.log());
        attempts.addAll(next.log());
        return first.with(attempts);
    }

    private static Delivery read(ResultSet row) throws SQLException {
        int attempt = row.getInt("number");
        return delivery(row, attempt == 0 ? List.of() : List.of(attempt(attempt, row)));
    }

    private static Attempt attempt(int number, ResultSet row) throws SQLException {
        return new Attempt(
                number,
                Sql.instant(row, "started_at"),
                row.getString("outcome"),
                Sql.integerOrNull(row, "duration_ms"));
    }

    private static Delivery delivery(ResultSet row, List<Attempt> attempts) throws SQLException {
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
                attempts);
    }
}
