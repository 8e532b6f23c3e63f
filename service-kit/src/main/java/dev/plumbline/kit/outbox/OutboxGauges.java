package dev.plumbline.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What operators see of the outbox: how many rows wait, and for how long the oldest has. Read when it is asked for. */
@Startup
@ApplicationScoped
class OutboxGauges {
    private final AgroalDataSource dataSource;
    private final MeterRegistry meters;

    OutboxGauges(AgroalDataSource dataSource, MeterRegistry meters) {
        this.dataSource = dataSource;
        this.meters = meters;
    }

    @PostConstruct
    void register() {
        Gauge.builder("plumbline.outbox.depth", () -> number("select count(*) from outbox"))
                .description("Rows of the outbox that are not yet published")
                .register(meters);
        String age = "select coalesce(extract(epoch from now() - min(created_at)), 0) from outbox";
        Gauge.builder("plumbline.outbox.age", () -> number(age))
                .description("Age of the oldest row of the outbox")
                .baseUnit("seconds")
                .register(meters);
    }

    private double number(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(sql)) {
            rs.next();
            return rs.getDouble(1);
        } catch (SQLException e) {
            return Double.NaN;
        }
    }
}
