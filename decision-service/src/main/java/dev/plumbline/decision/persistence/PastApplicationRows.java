package dev.plumbline.decision.persistence;

import dev.plumbline.decision.app.Application;
import dev.plumbline.decision.app.whatif.PastApplications;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the applications of a job along its index, each chunk in a statement of its own. */
@ApplicationScoped
class PastApplicationRows implements PastApplications {
    private static final String COUNT =
            "select count(*) from (select from application where job_id = ? limit ?) as counted";
    private static final String CHUNK =
            "select " + ApplicationRow.COLUMNS + "from application where job_id = ? and id > ? order by id limit ?";

    private final AgroalDataSource dataSource;

    PastApplicationRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public long count(UUID job, long most) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setObject(1, job);
            select.setLong(2, most);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The job's applications cannot be counted", e);
        }
    }

    @Override
    public List<Application> chunk(UUID job, @Nullable UUID after, int most) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(CHUNK)) {
            select.setObject(1, job);
            select.setObject(2, after == null ? ListStart.BEFORE_ALL : after);
            select.setInt(3, most);
            return RowReader.readAll(select, ApplicationRow::read);
        } catch (SQLException e) {
            throw new IllegalStateException("The job's applications cannot be read", e);
        }
    }
}
