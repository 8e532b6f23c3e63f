package dev.plumbline.benchmarks.plain;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The decision-service's database.
 *
 * @param url JDBC URL
 * @param user who owns its tables; the password is the same word
 * @param admin a superuser
 * @param adminPassword the superuser's password
 */
public record Database(String url, String user, String admin, String adminPassword) {

    /** A connection with the rights that the service has. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, user);
    }

    /** Decisions stored so far: their numbers grow by one per application. */
    public long storedDecisions() throws SQLException {
        return number("select coalesce(sum(number), 0) from application");
    }

    /** Decisions in the history: what {@link #storedDecisions} must come to. Reads much. */
    public long historyRows() throws SQLException {
        return number("select count(*) from decision");
    }

    /** Whether every event has been handed to Kafka. */
    public boolean isOutboxEmpty() throws SQLException {
        return number("select count(*) from (select from outbox limit 1) as first") == 0;
    }

    /** One digest of the current decisions' content digests, of all applications in the order of their ids. */
    public String contentDigests() throws SQLException {
        return text("""
                select encode(sha256(string_agg(uuid_send(a.id) || d.content_digest, ''::bytea order by a.id)), 'hex')
                from application a join decision d on d.application_id = a.id and d.number = a.number""");
    }

    /** Removes every row, as if the database had been lost and made anew. */
    public void empty() throws SQLException {
        String tables = text("""
                select string_agg(quote_ident(tablename), ', ') from pg_tables
                where schemaname = 'public' and tablename <> 'flyway_schema_history'""");
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate " + tables);
        }
    }

    /** Applications that are not decided under this rubric version yet. */
    public long behind(int version) throws SQLException {
        return number("select count(*) from application where rubric_version is distinct from " + version);
    }

    /** Decisions that were ever made under this rubric version. */
    public long decisionsUnder(int version) throws SQLException {
        return number("select count(*) from decision where rubric_version = " + version);
    }

    /** How long it took until this rubric version had reached every application. */
    public double fanOutSeconds(int version) throws SQLException {
        return Double.parseDouble(
                text("select extract(epoch from max(finished_at) - min(started_at))::text from fan_out where version = "
                        + version));
    }

    /** Bytes of write-ahead log written since the cluster was made. */
    public long walBytes() throws SQLException {
        return number("select pg_current_wal_lsn() - '0/0'::pg_lsn");
    }

    /** Transactions committed in this database so far, as PostgreSQL counts them, which is a second late. */
    public long commits() throws SQLException {
        return number("select xact_commit from pg_stat_database where datname = current_database()");
    }

    /** Bytes of an average row, as stored. */
    public double rowBytes(String table) throws SQLException {
        String sql = "select coalesce(avg(pg_column_size(t.*)), 0) from (select * from %s limit 20000) as t";
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.formatted(table))) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    /**
     * Brings the tables into a settled state, the same before everything that is measured: no dead rows, fresh
     * statistics, every page written. So what is measured first pays for nothing that another left behind.
     */
    public void settle() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, admin, adminPassword);
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) application, decision, outbox");
            statement.execute("checkpoint");
        }
    }

    /** The settings that durability and speed depend on. */
    public Map<String, String> settings() throws SQLException {
        String sql = "select name, current_setting(name) from pg_settings where name in ('server_version', 'fsync',"
                + " 'synchronous_commit', 'full_page_writes', 'wal_sync_method', 'shared_buffers', 'max_wal_size',"
                + " 'wal_compression', 'work_mem', 'jit') order by name";
        Map<String, String> settings = new LinkedHashMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
            }
        }
        return settings;
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
