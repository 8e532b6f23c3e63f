package dev.plumbline.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.tracing.Traces;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The transactional outbox: events are stored with the facts they tell of, in one transaction, and published afterwards
 * by the {@link OutboxRelay}. Lock the row of the aggregate before appending, so that the order of ids is the order of
 * commits for each key.
 */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
            insert into outbox (topic, record_key, headers, payload)
            select topic, record_key, headers, payload
            from unnest(?::text[], ?::bytea[], ?::text[], ?::bytea[])
                with ordinality as rows (topic, record_key, headers, payload, position)
            order by position
            returning id""";

    private final AgroalDataSource dataSource;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final TransactionSynchronizationRegistry transactions;
    private final OutboxSignal signal;
    private final Traces traces;
    private final byte[] source;

    Outbox(
            AgroalDataSource dataSource,
            ObjectMapper mapper,
            Clock clock,
            TransactionSynchronizationRegistry transactions,
            OutboxSignal signal,
            Traces traces,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.dataSource = dataSource;
        this.mapper = mapper;
        this.clock = clock;
        this.transactions = transactions;
        this.signal = signal;
        this.traces = traces;
        this.source = utf8(sourceOf(service));
    }

    /** The CloudEvents {@code source} of the events of a service. */
    public static String sourceOf(String service) {
        return "/plumbline/" + service;
    }

    /**
     * How an event was stored.
     *
     * @param id the CloudEvent's
     * @param traceparent of the trace that it belongs to
     * @param place its id in the outbox: of two events of one key that of the later one is the higher
     */
    public record Appended(UUID id, String traceparent, long place) {}

    /**
     * Stores an event in the current transaction.
     *
     * @return the CloudEvent's id
     * @throws IllegalStateException where no transaction is active
     */
    public UUID append(OutboxEvent event) {
        return appendAll(List.of(event)).getFirst().id();
    }

    /** Stores events in the current transaction, in their order; says of each, in the same order, how. */
    public List<Appended> appendAll(List<OutboxEvent> events) {
        List<OutboxEvent> whole = new ArrayList<>(events.size());
        String ofThisStep = null;
        for (OutboxEvent event : events) {
            UUID id = event.id() == null ? Ids.next() : event.id();
            String traceparent = event.traceparent();
            if (traceparent == null) {
                // Every event is of a trace (the public contract): what nobody's call began, begins here.
                ofThisStep = ofThisStep == null ? traces.currentOrNew("publish") : ofThisStep;
                traceparent = ofThisStep;
            }
            whole.add(event.as(id, traceparent));
        }
        List<Long> places = appendRows(whole.stream().map(this::row).toList());
        List<Appended> appended = new ArrayList<>(whole.size());
        for (int i = 0; i < whole.size(); i++) {
            OutboxEvent event = whole.get(i);
            appended.add(new Appended(needed(event.id()), needed(event.traceparent()), places.get(i)));
        }
        return appended;
    }

    /** The record of an event that has an id and a trace: the same event has the same bytes, whenever it is asked for. */
    OutboxRow row(OutboxEvent event) {
        return new OutboxRow(event.topic(), utf8(event.key()), headersOf(event), bytesOf(event.data()));
    }

    /** Stores records whose headers and bytes are already fixed; gives back their ids in the outbox. */
    public List<Long> appendRows(List<OutboxRow> rows) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("Events are appended inside the transaction of the facts they tell of");
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Long> ids = new ArrayList<>(rows.size());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "text", rows.stream().map(OutboxRow::topic).toArray()));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "bytea", rows.stream().map(OutboxRow::key).toArray(byte[][]::new)));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "text", rows.stream().map(OutboxRow::headers).toArray()));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea", rows.stream().map(OutboxRow::payload).toArray(byte[][]::new)));
            // As they were inserted: by position, with rising ids.
            try (ResultSet inserted = insert.executeQuery()) {
                while (inserted.next()) {
                    ids.add(inserted.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox cannot be written", e);
        }
        wakeRelayAfterCommit();
        return ids;
    }

    private String headersOf(OutboxEvent event) {
        String traceparent = needed(event.traceparent());
        Instant time = event.time() == null ? clock.instant() : event.time();
        List<Header> headers = new ArrayList<>(9);
        headers.add(header("ce_specversion", "1.0"));
        headers.add(header("ce_id", needed(event.id()).toString()));
        headers.add(new RecordHeader("ce_source", source));
        headers.add(header("ce_type", event.type()));
        headers.add(header("ce_subject", event.key()));
        headers.add(header("ce_time", time.truncatedTo(ChronoUnit.MICROS).toString()));
        headers.add(header("content-type", "application/json"));
        headers.add(header("ce_traceparent", traceparent));
        headers.add(header("traceparent", traceparent));
        return RecordHeaders.encode(headers);
    }

    private byte[] bytesOf(Object data) {
        if (data instanceof byte[] json) {
            return json;
        }
        try {
            return mapper.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be written as JSON: " + data.getClass(), e);
        }
    }

    private void wakeRelayAfterCommit() {
        if (transactions.getResource(Outbox.class) != null) {
            return;
        }
        transactions.putResource(Outbox.class, Boolean.TRUE);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Only the outcome matters.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    signal.raise();
                }
            }
        });
    }

    private static <T> T needed(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("An event has an id and belongs to a trace");
        }
        return part;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, utf8(value));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
