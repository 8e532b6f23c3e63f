package dev.plumbline.decision.persistence.webhook;

import dev.plumbline.decision.app.webhook.DeliveryBacklog;
import dev.plumbline.decision.app.webhook.Webhook.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The deliveries that are not finished, counted over the indexes that the lanes need anyway. */
@ApplicationScoped
class DeliveryBacklogRows implements DeliveryBacklog {
    /** Each scrape of each instance counts: more than so many is as bad as so many. */
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
    public double pending() {
        return number(PENDING);
    }

    @Override
    public double secondsLate(Instant now) {
        return number(LATE, now, now);
    }

    @Override
    public double webhooks(State state) {
        return number(WEBHOOKS, state == State.ENABLED, WebhookRow.disabledReason(state));
    }

    private double number(String query, @Nullable Object... parameters) {
        try {
            return sql.query(query, row -> row.getDouble(1), parameters).getFirst();
        } catch (IllegalStateException e) {
            return Double.NaN;
        }
    }
}
