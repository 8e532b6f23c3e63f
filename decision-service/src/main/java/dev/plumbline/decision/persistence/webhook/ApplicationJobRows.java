package dev.plumbline.decision.persistence.webhook;

import dev.plumbline.decision.app.webhook.ApplicationJobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the applications' rows say of their jobs. */
@ApplicationScoped
class ApplicationJobRows implements ApplicationJobs {
    private static final String SELECT = """
            select id, job_id, external_id from application
            where id = any(?::uuid[]) and job_id is not null and external_id is not null""";

    private final Sql sql;

    ApplicationJobRows(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<UUID, JobOf> of(Collection<UUID> applicationIds) {
        return sql
                .query(
                        SELECT,
                        row -> Map.entry(
                                row.getObject("id", UUID.class),
                                new JobOf(row.getObject("job_id", UUID.class), row.getString("external_id"))),
                        applicationIds)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
