package dev.plumbline.e2e.faults;

import dev.plumbline.e2e.Platform;
import dev.plumbline.e2e.Topics;
import dev.plumbline.local.platform.Service;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/**
 * Work on its way: accepted and not yet decided, or decided and not yet published.
 *
 * @param lag facts that the decision-service has not taken, or events that another service has not; nothing where Kafka does
 *     not say
 * @param outbox events that were not handed to Kafka yet, of all services; nothing where PostgreSQL does not say
 */
public record Flight(OptionalLong lag, OptionalLong outbox) {
    static final String FACTS_GROUP = "decision-service-facts";

    /** Of a platform whose servers both run. */
    public static Flight of(Platform platform) throws SQLException {
        return new Flight(lag(platform), outbox(platform));
    }

    /** While PostgreSQL is away. */
    static Flight withoutPostgres(Platform platform) {
        return new Flight(lag(platform), OptionalLong.empty());
    }

    /** While Kafka is away. */
    static Flight withoutKafka(Platform platform) throws SQLException {
        return new Flight(OptionalLong.empty(), outbox(platform));
    }

    /** The same, where it is another group that takes what lies on these topics. */
    static Flight of(Platform platform, String group, List<String> topics) throws SQLException {
        return new Flight(OptionalLong.of(platform.topics().lag(group, topics)), outbox(platform));
    }

    private static OptionalLong lag(Platform platform) {
        return OptionalLong.of(platform.topics().lag(FACTS_GROUP, Topics.FACTS));
    }

    private static OptionalLong outbox(Platform platform) throws SQLException {
        long rows = 0;
        for (Service service : Service.values()) {
            rows += platform.database(service).outboxDepth();
        }
        return OptionalLong.of(rows);
    }

    /** Whether anything is on its way. */
    public boolean isAny() {
        return lag.orElse(0) > 0 || outbox.orElse(0) > 0;
    }

    @Override
    public String toString() {
        return "lag %s, outbox %s".formatted(text(lag), text(outbox));
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "unknown";
    }
}
