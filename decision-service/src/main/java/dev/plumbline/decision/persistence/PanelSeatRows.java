package dev.plumbline.decision.persistence;

import dev.plumbline.decision.app.PanelSeats;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The rows of who still owes a rating of an application; the application's row is the lock for them. */
@ApplicationScoped
class PanelSeatRows implements PanelSeats {
    private static final String VACATE = """
            delete from panel_seat
            where application_id = any(?)
                and (application_id, person) not in (select * from unnest(?::uuid[], ?::text[]))""";
    private static final String SEAT = """
            insert into panel_seat (application_id, person)
            select * from unnest(?::uuid[], ?::text[])
            on conflict do nothing""";
    private static final String OWED = "select person, application_id from panel_seat where person = any(?)";

    private final AgroalDataSource dataSource;

    PanelSeatRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    private record Seat(UUID application, String person) {}

    @Override
    public void put(Map<UUID, Set<String>> owing) {
        if (owing.isEmpty()) {
            return;
        }
        List<Seat> seats = new ArrayList<>();
        owing.forEach((application, persons) -> persons.forEach(person -> seats.add(new Seat(application, person))));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement vacate = connection.prepareStatement(VACATE);
                PreparedStatement seat = connection.prepareStatement(SEAT)) {
            vacate.setArray(1, connection.createArrayOf("uuid", owing.keySet().toArray()));
            bind(connection, vacate, 2, seats);
            vacate.executeUpdate();
            if (!seats.isEmpty()) {
                bind(connection, seat, 1, seats);
                seat.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Who owes a rating cannot be written", e);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int first, List<Seat> seats)
            throws SQLException {
        Object[] applications = seats.stream().map(Seat::application).toArray();
        Object[] persons = seats.stream().map(Seat::person).toArray();
        statement.setArray(first, connection.createArrayOf("uuid", applications));
        statement.setArray(first + 1, connection.createArrayOf("text", persons));
    }

    @Override
    public Map<String, Set<UUID>> owedBy(Collection<String> persons) {
        Map<String, Set<UUID>> owed = new HashMap<>();
        if (persons.isEmpty()) {
            return owed;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(OWED)) {
            select.setArray(1, connection.createArrayOf("text", persons.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    owed.computeIfAbsent(row.getString(1), person -> new HashSet<>())
                            .add(row.getObject(2, UUID.class));
                }
            }
            return owed;
        } catch (SQLException e) {
            throw new IllegalStateException("Who owes a rating cannot be read", e);
        }
    }
}
