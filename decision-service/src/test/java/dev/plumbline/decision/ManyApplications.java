package dev.plumbline.decision;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Applications by the thousand, copied in the database from one that was decided. */
final class ManyApplications {
    private static final String COPY = """
            with source as (select * from application where id = ?),
            copies as (
                insert into application (id, job_id, external_id, facts, number, rubric_version, input_digest,
                    chain_digest, recommendation, band, complete, rank, published_chain, publication)
                select gen_random_uuid(), job_id, 'copy-' || n, facts, number, rubric_version, input_digest,
                    chain_digest, recommendation, band, complete, rank, published_chain, publication
                from source, generate_series(1, ?) as n
                returning id, number)
            insert into decision
            select copies.id, d.number, decided_at, trigger_id, trigger_type, rubric_version, withdrawn, published,
                input_digest, content_digest, chain_digest, outcome, facts
            from copies, decision d where d.application_id = ? and d.number = copies.number""";

    private ManyApplications() {}

    static void copy(AgroalDataSource dataSource, UUID source, int count) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement copy = connection.prepareStatement(COPY)) {
            copy.setObject(1, source);
            copy.setInt(2, count);
            copy.setObject(3, source);
            copy.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the copies of a job away: who goes through all applications, such as a rebuild, would be long about them. */
    static void deleteCopies(AgroalDataSource dataSource, UUID job) {
        DatabaseLocks database = new DatabaseLocks(dataSource);
        String copies = "(select id from application where job_id = ? and external_id like 'copy-%')";
        database.update("delete from decision where application_id in " + copies, job);
        database.update("delete from application where id in " + copies, job);
    }

    /** Waits until there is none: for a moment every transaction is idle, between two statements. */
    static void awaitNoIdleTransaction(AgroalDataSource dataSource) {
        Awaitility.await("no transaction in which nothing happens")
                .atMost(Duration.ofSeconds(10))
                .until(() -> idleTransactions(dataSource) == 0);
    }

    private static int idleTransactions(AgroalDataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and state like 'idle in transaction%'");
                var row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
