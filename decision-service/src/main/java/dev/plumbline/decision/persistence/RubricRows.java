package dev.plumbline.decision.persistence;

import static dev.plumbline.decision.persistence.Columns.digest;
import static dev.plumbline.decision.persistence.Columns.hex;

import dev.plumbline.decision.app.JobRubrics;
import dev.plumbline.decision.app.PublishedRubric;
import dev.plumbline.decision.app.RubricVersion;
import dev.plumbline.decision.app.Rubrics;
import dev.plumbline.decision.app.Trigger;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Rubric;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of the rubric versions. */
@ApplicationScoped
class RubricRows implements Rubrics {
    // In the order of the keys, so that two transactions that hold several jobs do not wait for each other.
    private static final String IN_ORDER = "(key) from (select unnest(?::bigint[]) as key order by 1) as keys";
    private static final String HOLD = "select pg_advisory_xact_lock_shared" + IN_ORDER;
    private static final String LOCK = "select pg_advisory_xact_lock" + IN_ORDER;
    private static final String OF_JOBS = """
            select job_id, version, for_all_open, fact_digest, event_id, event_type, traceparent
            from rubric where job_id = any(?)""";
    private static final String CONTENT = "select content from rubric where job_id = ? and version = ?";
    private static final String CONTENTS = """
            select content from (
                select content, 0 as place, fact_digest from rubric where job_id = ? and version = ?
                union all
                select content, 1, fact_digest from rubric_replaced where job_id = ? and version = ?) as contents
            order by place, fact_digest""";
    private static final String IS_KNOWN = "select 1 from rubric where job_id = ? limit 1";
    private static final String FIND = """
            select job_id, version, revision, status, title, for_all_open, content,
                case when canonical_digest = fact_digest then fact_digest else '' end as known_digest,
                event_id, event_type, traceparent
            from rubric where job_id = ? and version = ?""";
    private static final String SAVE = """
            insert into rubric
                (job_id, version, revision, status, title, for_all_open, content, fact_digest, event_id, event_type,
                traceparent, canonical_digest)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (job_id, version) do update set
                revision = excluded.revision, status = excluded.status, title = excluded.title,
                for_all_open = excluded.for_all_open, content = excluded.content, fact_digest = excluded.fact_digest,
                event_id = excluded.event_id, event_type = excluded.event_type, traceparent = excluded.traceparent,
                canonical_digest = excluded.canonical_digest""";

    // A content that may have decided already is kept: the history goes on being provable.
    private static final String KEEP_REPLACED = """
            insert into rubric_replaced (job_id, version, fact_digest, content)
            select job_id, version, fact_digest, content from rubric
            where job_id = ? and version = ? and content <> ? on conflict do nothing""";

    private final AgroalDataSource dataSource;
    private final CompiledRubrics compiled;

    RubricRows(AgroalDataSource dataSource, CompiledRubrics compiled) {
        this.dataSource = dataSource;
        this.compiled = compiled;
    }

    @Override
    public void holdVersions(Collection<UUID> jobs) {
        lock(HOLD, jobs);
    }

    @Override
    public void lockVersions(Collection<UUID> jobs) {
        lock(LOCK, jobs);
    }

    private void lock(String sql, Collection<UUID> jobs) {
        if (jobs.isEmpty()) {
            return;
        }
        Object[] keys = jobs.stream().map(RubricRows::lockKey).toArray();
        run(sql, (connection, lock) -> {
            lock.setArray(1, connection.createArrayOf("int8", keys));
            return lock.execute();
        });
    }

    /** Two jobs that share a key only wait for each other now and then. */
    private static long lockKey(UUID job) {
        return job.getMostSignificantBits() ^ job.getLeastSignificantBits();
    }

    @Override
    public Map<UUID, JobRubrics> of(Collection<UUID> jobs) {
        Map<UUID, List<KnownVersions.Row>> rows = HashMap.newHashMap(jobs.size());
        jobs.forEach(job -> rows.put(job, new ArrayList<>()));
        if (!jobs.isEmpty()) {
            run(OF_JOBS, (connection, select) -> {
                select.setArray(1, connection.createArrayOf("uuid", jobs.toArray()));
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        rows.getOrDefault(found.getObject(1, UUID.class), new ArrayList<>())
                                .add(new KnownVersions.Row(
                                        found.getInt(2),
                                        found.getBoolean(3),
                                        hex(found.getBytes(4)),
                                        new Trigger(found.getString(5), found.getString(6), found.getString(7))));
                    }
                }
                return true;
            });
        }
        Map<UUID, JobRubrics> known = HashMap.newHashMap(rows.size());
        rows.forEach((job, versions) -> known.put(job, new KnownVersions(job, versions, this::compile)));
        return known;
    }

    private CompiledRubric compile(CompiledRubrics.Key key) {
        return compiled.get(key, () -> content(key.job(), key.version()));
    }

    private byte[] content(UUID job, int version) {
        return run(CONTENT, (connection, select) -> {
            select.setObject(1, job);
            select.setInt(2, version);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        });
    }

    @Override
    public Optional<CompiledRubric> compiled(UUID job, int version) {
        JobRubrics known = of(List.of(job)).get(job);
        RubricVersion found = known == null ? null : known.version(version);
        return Optional.ofNullable(found).map(RubricVersion::rubric);
    }

    @Override
    public List<Rubric> contents(UUID job, int version) {
        return run(CONTENTS, (connection, select) -> {
            for (int at = 1; at <= 3; at += 2) {
                select.setObject(at, job);
                select.setInt(at + 1, version);
            }
            return RowReader.readAll(select, row -> CompiledRubrics.parse(row.getBytes(1)));
        });
    }

    @Override
    public boolean isKnown(UUID job) {
        return run(IS_KNOWN, (connection, select) -> {
            select.setObject(1, job);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        });
    }

    @Override
    public Optional<PublishedRubric> find(UUID job, int version) {
        return run(FIND, (connection, select) -> {
            select.setObject(1, job);
            select.setInt(2, version);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        });
    }

    private static PublishedRubric read(ResultSet row) throws SQLException {
        byte[] content = row.getBytes("content");
        return new PublishedRubric(
                row.getObject("job_id", UUID.class),
                row.getInt("version"),
                row.getLong("revision"),
                row.getString("status").equals("OPEN"),
                row.getString("title"),
                row.getBoolean("for_all_open"),
                CompiledRubrics.parse(content),
                content,
                hex(row.getBytes("known_digest")),
                new Trigger(row.getString("event_id"), row.getString("event_type"), row.getString("traceparent")));
    }

    @Override
    public void save(PublishedRubric rubric) {
        run(KEEP_REPLACED, (connection, keep) -> {
            keep.setObject(1, rubric.jobId());
            keep.setInt(2, rubric.version());
            keep.setBytes(3, rubric.content());
            return keep.executeUpdate();
        });
        run(SAVE, (connection, save) -> {
            save.setObject(1, rubric.jobId());
            save.setInt(2, rubric.version());
            save.setLong(3, rubric.revision());
            save.setString(4, rubric.open() ? "OPEN" : "CLOSED");
            save.setString(5, rubric.title());
            save.setBoolean(6, rubric.forAllOpen());
            save.setBytes(7, rubric.content());
            save.setBytes(8, digest(rubric.factDigest()));
            save.setString(9, rubric.trigger().eventId());
            save.setString(10, rubric.trigger().eventType());
            save.setString(11, rubric.trigger().traceparent());
            save.setBytes(12, digest(rubric.factDigest()));
            return save.executeUpdate();
        });
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(connection, statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The rubric versions cannot be reached", e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection, PreparedStatement statement) throws SQLException;
    }
}
