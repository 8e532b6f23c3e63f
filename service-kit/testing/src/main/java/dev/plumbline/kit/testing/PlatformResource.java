package dev.plumbline.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Gives a {@code @QuarkusTest} a real PostgreSQL and a real Kafka: {@code @WithTestResource(PlatformResource.class)}.
 *
 * <p>The servers start once in a test JVM (containers where a Docker engine answers, otherwise the project's own
 * embedded platform). Each start of the application gets an empty database, a broker with no topic and no consumer
 * group left from before, and a token issuer's key for {@link Tokens}.
 *
 * <p>The optional argument {@code topics} is a list with commas of topics that are created empty before the application
 * starts: {@code initArgs = @ResourceArg(name = "topics", value = "plumbline.jobs.v1")}. A service's own
 * {@code plumbline.topics.ensure} needs no mention.
 */
public final class PlatformResource implements QuarkusTestResourceLifecycleManager {
    private List<String> topics = List.of();

    @Override
    public void init(Map<String, String> initArgs) {
        String named = initArgs.getOrDefault("topics", "");
        topics = named.isBlank()
                ? List.of()
                : List.of(named.split(",", -1)).stream().map(String::strip).toList();
    }

    @Override
    public Map<String, String> start() {
        Quiet.please();
        Servers servers = Servers.shared();
        String database = "t_" + UUID.randomUUID().toString().replace("-", "");
        servers.createDatabase(database);
        SharedClients.startRun(database);
        Topics.startAfresh(servers.kafka(), topics);
        return Map.ofEntries(
                Map.entry("quarkus.devservices.enabled", "false"),
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("quarkus.datasource.jdbc.url", servers.jdbcUrl(database)),
                Map.entry("quarkus.datasource.username", servers.user()),
                Map.entry("quarkus.datasource.password", servers.password()),
                Map.entry("kafka.bootstrap.servers", servers.kafka()),
                // A consumer that begins before the broker has heard of a new topic looks again soon.
                Map.entry("kafka.metadata.max.age.ms", "500"),
                // What was consumed is committed between two polls: with the usual second each test would wait for it.
                Map.entry("mp.messaging.connector.smallrye-kafka.poll-timeout", "50"),
                // What the metrics tell of the database is soon as it is.
                Map.entry("plumbline.readings.interval", "0.2S"),
                // Tokens are checked with a key that is known, not with one that a provider is asked for.
                Map.entry("quarkus.oidc.auth-server-url", ""),
                Map.entry("quarkus.oidc.public-key", TestKeys.publicKey(TestKeys.issuer())),
                Map.entry("quarkus.oidc.token.issuer", Tokens.ISSUER));
    }

    /** Nothing: the servers serve the next application of this JVM, and end with it. */
    @Override
    public void stop() {}
}
