package dev.plumbline.benchmarks.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.benchmarks.Project;
import dev.plumbline.local.platform.Layout;
import dev.plumbline.local.platform.LocalPlatform;
import dev.plumbline.local.platform.Progress;
import dev.plumbline.local.platform.Servers;
import dev.plumbline.local.platform.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real PostgreSQL with the decision-service's own schema. */
class PlainSqlTest {
    private static final int APPLICATIONS = 30;
    private static final List<String> SCRIPTS =
            List.of("service-kit/src/main/resources/db/kit", "decision-service/src/main/resources/db/migration");
    private static final Pattern VERSION = Pattern.compile("V(\\d+)_.*\\.sql");

    @TempDir
    static Path home;

    private static LocalPlatform platform;
    private static Database database;
    private static List<UUID> applications;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        platform = LocalPlatform.prepare(Layout.isolated(Project.root(), home), Progress.SILENT);
        platform.startServers(true);
        Servers servers = platform.servers();
        database =
                new Database(servers.jdbcUrl(Service.DECISION), "decision", servers.admin(), servers.adminPassword());
        applications = new ArrayList<>();
        for (int i = 0; i < APPLICATIONS; i++) {
            applications.add(new UUID(1, i));
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String folder : SCRIPTS) {
                for (Path script : scripts(Project.root().resolve(folder))) {
                    statement.execute(Files.readString(script));
                }
            }
            for (UUID application : applications) {
                insert(statement, application);
            }
        }
    }

    /** In the order of their versions. */
    private static List<Path> scripts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.comparingInt(PlainSqlTest::version)).toList();
        }
    }

    private static int version(Path script) {
        Matcher name = VERSION.matcher(script.getFileName().toString());
        assertThat(name.matches()).as("a versioned script: %s", script).isTrue();
        return Integer.parseInt(name.group(1));
    }

    /** Every column that must have a value gets one, whatever it is. */
    private static void insert(Statement statement, UUID application) throws SQLException {
        statement.execute(
                "insert into application (id, facts, number) values ('%s', '\\x0102', 1)".formatted(application));
        Table decision = Table.read(statement.getConnection(), "decision");
        String values = String.join(
                ", ",
                decision.columns().stream()
                        .map(column -> switch (column.name()) {
                            case "application_id" -> "'" + application + "'";
                            case "number" -> "1";
                            default -> value(column.type());
                        })
                        .toList());
        statement.execute("insert into decision (%s) values (%s)".formatted(decision.names(), values));
    }

    private static String value(String type) {
        return switch (type) {
            case "timestamptz" -> "now()";
            case "bytea" -> "'\\x0a0b0c'";
            case "bool" -> "true";
            case "text" -> "'text'";
            case "uuid" -> "gen_random_uuid()";
            default -> "1";
        };
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static PlainSql plain() throws SQLException {
        byte[] bytes = "{}".getBytes(StandardCharsets.UTF_8);
        return new PlainSql(database, List.of(new OutboxSample("topic", bytes, "[]", bytes)));
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void assertEachScoreHasItsRows(long storedBefore, int scores) throws SQLException {
        assertThat(database.storedDecisions()).isEqualTo(storedBefore + scores);
        assertThat(database.historyRows()).isEqualTo(database.storedDecisions());
        assertThat(number("select count(*) from plain.outbox")).isEqualTo(scores);
        assertThat(number("select count(*) from application a where number <>"
                        + " (select max(number) from decision d where d.application_id = a.id)"))
                .isZero();
        assertThat(database.isOutboxEmpty()).as("what the relay would publish").isTrue();
    }

    @Test
    void one_by_one_on_several_connections_stores_every_score() throws SQLException, InterruptedException {
        long before = database.storedDecisions();
        List<UUID> scored = new ArrayList<>(applications);
        scored.addAll(applications);
        plain().oneByOne(scored, 4);
        assertEachScoreHasItsRows(before, scored.size());
    }

    @Test
    void batches_store_every_score_also_two_of_one_application() throws SQLException {
        long before = database.storedDecisions();
        List<UUID> scored = new ArrayList<>(applications);
        scored.addAll(applications.subList(0, 7));
        scored.add(applications.getFirst());
        plain().inBatches(scored, 9);
        assertEachScoreHasItsRows(before, scored.size());
    }

    @Test
    void the_copied_outbox_is_stored_as_the_real_one() throws SQLException {
        plain();
        assertThat(number("select count(*) from pg_class a, pg_class b where a.oid = 'public.outbox'::regclass"
                        + " and b.oid = 'plain.outbox'::regclass and a.reloptions = b.reloptions"))
                .isEqualTo(1);
        assertThat(number("select count(*) from pg_index where indrelid = 'plain.outbox'::regclass"))
                .isEqualTo(number("select count(*) from pg_index where indrelid = 'public.outbox'::regclass"));
    }

    @Test
    void row_sizes_and_settings_can_be_read() throws SQLException {
        database.settle();
        assertThat(database.rowBytes("application")).isPositive();
        assertThat(database.rowBytes("decision")).isPositive();
        assertThat(database.settings()).containsKey("fsync").containsKey("shared_buffers");
        assertThat(database.walBytes()).isPositive();
    }
}
