package dev.plumbline.decision.persistence.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/**
 * Who adds to the lines of a webhook's deliveries keeps those away who take from them, until the transaction ends: else an
 * event could be put behind one that is being finished, which then would let nobody go. Those who take do not keep each
 * other away. Advisory locks and not the webhook's row, because a stream of those who share a row's lock keeps others from
 * it for ever.
 */
@ApplicationScoped
class Lanes {
    private static final String EXCLUSIVE = """
            select pg_advisory_xact_lock(key)
            from (select hashtextextended('webhook ' || id, 0) as key from unnest(?::uuid[]) as id order by 1) as lane""";
    private static final String SHARED =
            "select pg_advisory_xact_lock_shared(hashtextextended('webhook ' || ?::uuid, 0))";

    private final Sql sql;

    Lanes(Sql sql) {
        this.sql = sql;
    }

    /** To add. */
    void lock(Collection<UUID> webhookIds) {
        sql.query(EXCLUSIVE, row -> true, webhookIds);
    }

    /** To take. */
    void share(UUID webhookId) {
        sql.query(SHARED, row -> true, webhookId);
    }
}
