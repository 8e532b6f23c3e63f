package dev.plumbline.kit.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL and the Kafka broker of this test JVM, started once. Quarkus loads the classes of a test anew for each
 * application, so what has to outlive one is kept in a system property and not in a static field.
 *
 * @param host of PostgreSQL
 * @param port of PostgreSQL
 * @param user may create databases
 * @param password of the user
 * @param kafka bootstrap servers
 */
record Servers(String host, int port, String user, String password, String kafka) {
    private static final String PROPERTY = "plumbline.test.servers";
    private static final String SEPARATOR = "\n";

    /** The servers of this JVM; the first call starts them, which takes some 5 s. */
    static Servers shared() {
        // The one object that every class loader of this JVM sees the same.
        synchronized (Runtime.getRuntime()) {
            String started = System.getProperty(PROPERTY);
            if (started != null) {
                return parse(started);
            }
            Servers servers = start();
            System.setProperty(PROPERTY, servers.text());
            return servers;
        }
    }

    /**
     * The servers that run already.
     *
     * @throws IllegalStateException before {@link PlatformResource} has started them
     */
    static Servers running() {
        String started = System.getProperty(PROPERTY);
        if (started == null) {
            throw new IllegalStateException(
                    "No servers run yet: put @WithTestResource(PlatformResource.class) on the test class");
        }
        return parse(started);
    }

    private static Servers start() {
        @Nullable Servers containers = ContainerServers.startIfDockerAnswers();
        return containers != null ? containers : PlatformProcess.start(ProjectFiles.root());
    }

    /** The JDBC address of a database on this PostgreSQL. */
    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** Creates an empty database. */
    void createDatabase(String name) {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        // Not through DriverManager: it would not find a driver that another class loader has registered.
        try (Connection connection = new org.postgresql.Driver().connect(jdbcUrl("postgres"), login)) {
            if (connection == null) {
                throw new IllegalStateException(jdbcUrl("postgres") + " is no address of a PostgreSQL");
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the database " + name + " on " + host + ":" + port, e);
        }
    }

    private String text() {
        return String.join(SEPARATOR, host, Integer.toString(port), user, password, kafka);
    }

    private static Servers parse(String text) {
        List<String> parts = List.of(text.split(SEPARATOR, -1));
        return new Servers(parts.get(0), Integer.parseInt(parts.get(1)), parts.get(2), parts.get(3), parts.get(4));
    }
}
