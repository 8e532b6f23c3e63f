package dev.plumbline.decision.persistence;

import dev.plumbline.decision.app.Application;
import dev.plumbline.decision.app.Applications;
import dev.plumbline.decision.app.StateMark;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The applications' rows, in plain SQL: they are read and written by the hundred, and nobody navigates them. */
@ApplicationScoped
class ApplicationRows implements Applications {
    private static final String CREATE = """
            insert into application (id, facts)
            select id, ''::bytea from unnest(?::uuid[]) as given (id)
            where not exists (select from application known where known.id = given.id)
            order by id
            on conflict do nothing""";
    private static final String SELECT = "select " + ApplicationRow.COLUMNS + " from application ";
    private static final String LOCK_ALL = SELECT + "where id = any(?) order by id for update";
    private static final String LOCK = SELECT + "where id = ? for update";
    private static final String FIND = SELECT + "where id = ?";
    private static final String MARKS = """
            select id, number, chain_digest || sha256(facts) || fact_digest
            from application join rubric on rubric.job_id = application.job_id and version = rubric_version
            where id = any(?) and number > 0 and not waiting and verdict_revision is null""";
    private static final String OF_JOB = """
            select id from application
            where job_id = ? and id > ? %s
            order by id limit ?""";
    static final String OF_JOB_ALL = OF_JOB.formatted("");
    static final String OF_JOB_WAITING = OF_JOB.formatted("and waiting");

    static final String AFTER = "select id from application where id > ? order by id limit ?";

    private final AgroalDataSource dataSource;

    ApplicationRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Map<UUID, Application> lockOrCreate(SortedSet<UUID> ids) {
        try (Connection connection = dataSource.getConnection()) {
            Object[] sorted = ids.toArray();
            try (PreparedStatement create = connection.prepareStatement(CREATE)) {
                create.setArray(1, connection.createArrayOf("uuid", sorted));
                create.executeUpdate();
            }
            try (PreparedStatement lock = connection.prepareStatement(LOCK_ALL)) {
                lock.setArray(1, connection.createArrayOf("uuid", sorted));
                Map<UUID, Application> locked = HashMap.newHashMap(sorted.length);
                try (ResultSet rows = lock.executeQuery()) {
                    while (rows.next()) {
                        Application application = ApplicationRow.read(rows);
                        locked.put(application.id(), application);
                    }
                }
                return locked;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The applications cannot be locked", e);
        }
    }

    @Override
    public Optional<Application> lock(UUID id) {
        return one(LOCK, id, ApplicationRow::read);
    }

    @Override
    public Optional<Application> find(UUID id) {
        return one(FIND, id, ApplicationRow::read);
    }

    @Override
    public Map<UUID, StateMark> marks(Collection<UUID> ids) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(MARKS)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            Map<UUID, StateMark> marks = HashMap.newHashMap(ids.size());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    marks.put(rows.getObject(1, UUID.class), ApplicationRow.readMark(rows));
                }
            }
            return marks;
        } catch (SQLException e) {
            throw new IllegalStateException("How the applications stand cannot be read", e);
        }
    }

    private <T> Optional<T> one(String sql, UUID id, RowReader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The application cannot be read", e);
        }
    }

    @Override
    public void save(Collection<Application> changed) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(ApplicationRow.UPDATE)) {
            ApplicationRow.bind(new Columns<>(connection, update, List.copyOf(changed)));
            int written = update.executeUpdate();
            if (written != changed.size()) {
                throw new IllegalStateException(changed.size() - written + " applications have no row");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The applications cannot be written", e);
        }
    }

    @Override
    public List<UUID> ofJob(UUID job, @Nullable UUID after, boolean onlyWaiting, int most) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(onlyWaiting ? OF_JOB_WAITING : OF_JOB_ALL)) {
            select.setObject(1, job);
            select.setObject(2, after == null ? ListStart.BEFORE_ALL : after);
            select.setInt(3, most);
            return RowReader.readAll(select, row -> row.getObject(1, UUID.class));
        } catch (SQLException e) {
            throw new IllegalStateException("The job's applications cannot be read", e);
        }
    }

    @Override
    public List<UUID> after(@Nullable UUID after, int most) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(AFTER)) {
            select.setObject(1, after == null ? ListStart.BEFORE_ALL : after);
            select.setInt(2, most);
            return RowReader.readAll(select, row -> row.getObject(1, UUID.class));
        } catch (SQLException e) {
            throw new IllegalStateException("The applications cannot be read", e);
        }
    }
}
