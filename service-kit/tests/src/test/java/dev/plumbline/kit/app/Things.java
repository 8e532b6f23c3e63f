package dev.plumbline.kit.app;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The table of the small application. */
@ApplicationScoped
public class Things {
    private final AgroalDataSource dataSource;

    Things(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Stores a thing, unless a later revision of it is there. */
    public void store(String id, long revision, String note) {
        String sql = """
                insert into thing (id, revision, note) values (?, ?, ?)
                on conflict (id) do update set revision = excluded.revision, note = excluded.note
                where excluded.revision > thing.revision""";
        try (Connection c = dataSource.getConnection();
                PreparedStatement ps = c.prepareStatement(sql)) {
            ps.setString(1, id);
            ps.setLong(2, revision);
            ps.setString(3, note);
            ps.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes rows by hand. */
    public void update(String sql) {
        try (Connection c = dataSource.getConnection();
                PreparedStatement ps = c.prepareStatement(sql)) {
            ps.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows that a query gives, each as the text of its first column. */
    public List<String> query(String sql) {
        try (Connection c = dataSource.getConnection();
                PreparedStatement ps = c.prepareStatement(sql);
                ResultSet rs = ps.executeQuery()) {
            List<String> rows = new ArrayList<>();
            while (rs.next()) {
                rows.add(rs.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
