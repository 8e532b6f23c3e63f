package dev.plumbline.local.platform;

/**
 * Where PostgreSQL and Kafka answer.
 *
 * @param postgresHost host of PostgreSQL
 * @param postgresPort port of PostgreSQL
 * @param admin the superuser
 * @param adminPassword the superuser's password
 * @param kafka bootstrap servers
 */
public record Servers(String postgresHost, int postgresPort, String admin, String adminPassword, String kafka) {
    /** The JDBC URL of a service's database; user and password are the database's name. */
    public String jdbcUrl(Service service) {
        return "jdbc:postgresql://%s:%d/%s".formatted(postgresHost, postgresPort, service.database());
    }
}
