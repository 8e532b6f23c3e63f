package dev.plumbline.decision.persistence.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Who adds to the lines of a webhook's deliveries keeps those away who take from them, until the transaction ends: else an
 * event could be put behind one that is being finished, which then would let nobody go. Those who take do not keep each
 * other away. Advisory locks and not the webhook's row, because a stream of those who share a row's lock keeps others from
 * it for ever.
 *
 * <p>A transaction has the lane of one webhook and no more, so that nobody waits for a webhook because of another one.
 */
@ApplicationScoped
class Lanes {
    private static final String KEY = "(hashtextextended('webhook ' || ?::uuid, 0))";
    private static final String EXCLUSIVE = "select pg_advisory_xact_lock" + KEY;
    private static final String SHARED = "select pg_advisory_xact_lock_shared" + KEY;
    private static final String TRY_EXCLUSIVE = "select pg_try_advisory_xact_lock" + KEY;
    private static final String TRY_SHARED = "select pg_try_advisory_xact_lock_shared" + KEY;

    private final Sql sql;

    Lanes(Sql sql) {
        this.sql = sql;
    }

    /** To add, or to take out of the middle. */
    void lock(UUID webhookId) {
        sql.query(EXCLUSIVE, row -> true, webhookId);
    }

    /** As {@link #lock}, where nobody has to be waited for; false where somebody has. */
    boolean tryLock(UUID webhookId) {
        return sql.query(TRY_EXCLUSIVE, row -> row.getBoolean(1), webhookId).getFirst();
    }

    /** To finish one. */
    void share(UUID webhookId) {
        sql.query(SHARED, row -> true, webhookId);
    }

    /** As {@link #share}, where nobody has to be waited for; false where somebody has. */
    boolean tryShare(UUID webhookId) {
        return sql.query(TRY_SHARED, row -> row.getBoolean(1), webhookId).getFirst();
    }
}
