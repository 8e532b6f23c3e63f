package dev.plumbline.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** PostgreSQL in a folder of its own, on localhost only, with one database, role and password per service. */
final class PostgresServer {
    /** The superuser; its password is the same word. */
    static final String ADMIN = "postgres";

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    /** From this number on PostgreSQL counts what is not its own; of each database the number is a folder's name. */
    private static final long FIRST_NOT_ITS_OWN = 16_384;

    private static final String PASSWORDS_NEEDED =
            "host all all 127.0.0.1/32 scram-sha-256\n" + "host all all ::1/128 scram-sha-256\n";
    private static final String ADMIN_TRUSTED =
            "host all " + ADMIN + " 127.0.0.1/32 trust\n" + "host all " + ADMIN + " ::1/128 trust\n";

    private final Path folder;
    private final Binaries binaries;
    private final Template template;
    private final Path log;
    private final Path prepared;
    private final Options options;
    private final int port;

    /** @param home the database lies in its folder {@code postgres}, its log in {@code postgres.log} */
    PostgresServer(Home home, Options options) throws IOException {
        this.folder = folder(home.folder());
        this.binaries = new Binaries(home.binaries());
        this.template = Template.beside(home.binaries());
        this.log = home.folder().resolve("postgres.log");
        this.prepared = prepared(home.folder());
        this.options = options;
        this.port = Ports.claim("PostgreSQL", options.postgresPort());
    }

    static Path folder(Path home) {
        return home.resolve("postgres");
    }

    /** Exists before the folder holds any database that PostgreSQL does not bring itself. */
    static Path prepared(Path home) {
        return home.resolve("postgres.prepared");
    }

    int port() {
        return port;
    }

    /** What PostgreSQL itself says. */
    Path log() {
        return log;
    }

    /**
     * Starts it and prepares what is missing; stops a PostgreSQL that an earlier platform left in this folder.
     *
     * @throws PlatformFailure also if there are databases in the folder that no start of a platform has made there
     */
    void start() throws IOException, InterruptedException {
        UserNamespaces.check();
        boolean first = !Files.exists(prepared);
        if (first && holdsDatabases()) {
            throw new PlatformFailure(
                    ("%s holds databases, but %s is not beside it: put a copy back with all that lies there,"
                                    + " or drop the data with --fresh.")
                            .formatted(folder, prepared.getFileName()));
        }
        Postmaster postmaster = new Postmaster(folder);
        postmaster.stop();
        postmaster.forgetStalePid();
        if (first) {
            // Whatever lies there was left by a start that did not get as far as holding data, such as half an initdb.
            Folders.delete(folder);
            if (!options.fsync()) {
                template.copyTo(folder);
            }
        }
        Files.writeString(log, "");
        EmbeddedPostgres server = binaries.use(() -> launch(builder(first)));
        try (Connection admin = server.getPostgresDatabase().getConnection();
                Statement sql = admin.createStatement()) {
            prepare(sql, first);
        } catch (SQLException e) {
            throw new PlatformFailure("PostgreSQL could not prepare its databases: " + e.getMessage(), e);
        }
    }

    /** What initdb makes, and so whatever it leaves when it is cut short, holds none. */
    private boolean holdsDatabases() throws IOException {
        Path databases = folder.resolve("base");
        if (!Files.exists(databases)) {
            return false;
        }
        try (Stream<Path> found = Files.list(databases)) {
            return found.map(database -> database.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,10}"))
                    .anyMatch(number -> Long.parseLong(number) >= FIRST_NOT_ITS_OWN);
        }
    }

    private EmbeddedPostgres.Builder builder(boolean first) {
        ProcessBuilder.Redirect toLog = ProcessBuilder.Redirect.appendTo(log.toFile());
        String durable = options.fsync() ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(binaries.folder().toFile())
                .setPGStartupWait(START_PATIENCE)
                .setOutputRedirector(toLog)
                .setErrorRedirector(toLog)
                // The same order of texts and the same messages on every machine.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setConnectConfig("password", ADMIN)
                .setDataDirectoryCustomizer(data -> customize(data.toPath(), first))
                // The library's own command line turns fsync off; what is set here comes after it and wins.
                .setServerConfig("fsync", durable)
                // Also without fsync: what has been committed outlives the process, if not the machine.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", durable)
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("log_timezone", "UTC")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "64MB");
    }

    /** Between initdb, if there was any, and the start of the server. */
    private void customize(Path data, boolean first) {
        if (first && !options.fsync()) {
            template.keep(data);
        }
        allow(data, first ? ADMIN_TRUSTED : PASSWORDS_NEEDED);
    }

    private EmbeddedPostgres launch(EmbeddedPostgres.Builder builder) throws InterruptedException {
        FutureTask<EmbeddedPostgres> start = new FutureTask<>(builder::start);
        Thread starter = Thread.ofPlatform().daemon().name("postgres-start").start(start);
        while (true) {
            try {
                return start.get(100, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // The library only waits for the port: that PostgreSQL gave up is said in its log alone.
                if (lastWords().contains("could not start server")) {
                    starter.interrupt();
                    throw new PlatformFailure("PostgreSQL did not start: " + reason());
                }
            } catch (ExecutionException e) {
                throw new PlatformFailure("PostgreSQL did not start: " + reason(), e);
            } catch (InterruptedException e) {
                starter.interrupt();
                throw e;
            }
        }
    }

    private void prepare(Statement sql, boolean first) throws SQLException, IOException {
        if (first) {
            sql.execute("ALTER ROLE %s PASSWORD '%s'".formatted(ADMIN, ADMIN));
            allow(folder, PASSWORDS_NEEDED);
            sql.execute("SELECT pg_reload_conf()");
            // Before the first database: a start that is cut short leaves none without this file.
            Files.writeString(
                    prepared, "", StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        }
        for (String name : options.databases()) {
            if (!exists(sql, "SELECT 1 FROM pg_roles WHERE rolname = '%s'".formatted(name))) {
                sql.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(name, name));
            }
            if (!exists(sql, "SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(name))) {
                sql.execute("CREATE DATABASE %s OWNER %s".formatted(name, name));
            }
            // No service reads another's database, not even by mistake.
            sql.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
        }
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void allow(Path data, String rules) {
        try {
            Files.writeString(data.resolve("pg_hba.conf"), rules);
        } catch (IOException e) {
            throw new PlatformFailure("PostgreSQL's folder " + data + " cannot be written.", e);
        }
    }

    private String lastWords() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "";
        }
    }

    /** The first fatal line of PostgreSQL's log, or where to look. */
    private String reason() {
        List<String> lines = lastWords().lines().toList();
        return lines.stream()
                        .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
                        .findFirst()
                        .map(line -> line.replaceFirst("^.*?(FATAL|PANIC|error):\\s*", "") + " ")
                        .orElse("")
                + "(see " + log + ").";
    }
}
