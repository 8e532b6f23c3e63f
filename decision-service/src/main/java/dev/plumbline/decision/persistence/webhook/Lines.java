package dev.plumbline.decision.persistence.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** The lines of applications that a webhook's deliveries stand in. */
@ApplicationScoped
class Lines {
    // The first in the line of each of these applications, if it waits, waits no more.
    private static final String RELEASE = """
            update webhook_delivery set next_attempt_at = ?
            from (
                select distinct on (webhook_id, application_id) id, next_attempt_at
                from webhook_delivery
                where status = 'PENDING'
                    and (webhook_id, application_id) in (select * from unnest(?::uuid[], ?::uuid[]))
                order by webhook_id, application_id, position) as first
            where webhook_delivery.id = first.id and first.next_attempt_at is null""";

    private final Sql sql;

    Lines(Sql sql) {
        this.sql = sql;
    }

    /** Lets the first one of each of these applications' lines go. The transaction has the webhook's lane. */
    void release(UUID webhookId, Collection<UUID> applicationIds, Instant now) {
        if (!applicationIds.isEmpty()) {
            List<UUID> distinct = applicationIds.stream().distinct().toList();
            sql.update(RELEASE, now, Collections.nCopies(distinct.size(), webhookId), distinct);
        }
    }
}
