package dev.plumbline.decision.persistence.webhook;

import dev.plumbline.decision.app.webhook.DeliveryBacklog;
import dev.plumbline.decision.app.webhook.Webhook.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** The deliveries that are not finished, counted over the indexes that the lanes need anyway. */
@ApplicationScoped
class DeliveryBacklogRows implements DeliveryBacklog {
    /** Each instance counts, again and again: more than so many is as bad as so many. */
    private static final int MOST = 100_000;

    private static final String PENDING = """
            select count(*) from (select from webhook_delivery where status = 'PENDING' limit %d) as counted""".formatted(MOST);
    // What is withheld on purpose is not late.
    private static final String LATE = """
            select coalesce(extract(epoch from ?::timestamptz - min(due.next_attempt_at)), 0)
            from webhook, lateral (
                select next_attempt_at from webhook_delivery as delivery
                where webhook_id = webhook.id and next_attempt_at <= ? and %s
                order by next_attempt_at limit 1) as due
            where enabled""".formatted(DeliveryRows.OWNER_MAY_SEE);
    private static final String WEBHOOKS = """
            select count(*) from webhook
            where removed_at is null and enabled = ? and disabled_reason is not distinct from ?""";

    private final Sql sql;

    DeliveryBacklogRows(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Backlog read(Instant now) {
        long pending = sql.query(PENDING, row -> row.getLong(1)).getFirst();
        double late = sql.query(LATE, row -> row.getDouble(1), now, now).getFirst();
        Map<State, Long> webhooks = new EnumMap<>(State.class);
        for (State state : State.values()) {
            webhooks.put(
                    state,
                    sql.query(WEBHOOKS, row -> row.getLong(1), state == State.ENABLED, WebhookRow.disabledReason(state))
                            .getFirst());
        }
        return new Backlog(pending, late, webhooks);
    }
}
