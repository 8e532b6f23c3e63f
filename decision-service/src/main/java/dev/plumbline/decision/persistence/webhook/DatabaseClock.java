package dev.plumbline.decision.persistence.webhook;

import dev.plumbline.decision.app.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Asks the database for the time. */
@ApplicationScoped
class DatabaseClock implements DatabaseTime {
    private final Sql sql;

    DatabaseClock(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Instant now() {
        return sql.query("select clock_timestamp() as now", row -> Sql.instant(row, "now"))
                .getFirst();
    }
}
