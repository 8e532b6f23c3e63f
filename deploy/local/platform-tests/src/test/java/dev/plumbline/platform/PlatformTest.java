package dev.plumbline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
    @TempDir
    Path temporary;

    @Test
    void serves_both_and_leaves_nothing_once_its_input_closes() throws Exception {
        try (PlatformProcess platform = temporary("closed").ready()) {
            usePostgres(platform);
            useKafka(platform.kafka());

            platform.closeInput();

            assertThat(platform.exitCode()).isZero();
            platform.leavesNothing();
            assertThat(platform.output().lines()).hasSize(1);
        }
    }

    @Test
    void leaves_nothing_once_it_is_killed() throws Exception {
        try (PlatformProcess platform = temporary("killed").ready()) {
            platform.kill();

            platform.leavesNothing();
        }
    }

    @Test
    void leaves_nothing_when_it_is_terminated_while_it_starts() throws Exception {
        try (PlatformProcess platform = temporary("half-way")) {
            await().atMost(PlatformProcess.PATIENCE)
                    .until(() -> Files.exists(temporary.resolve("half-way").resolve("postgres")));

            platform.terminate();

            assertThat(platform.exitCode()).isEqualTo(128 + 15);
            platform.leavesNothing();
        }
    }

    @Test
    void leaves_nothing_when_it_is_killed_while_it_starts() throws Exception {
        try (PlatformProcess platform = temporary("half-way")) {
            await().atMost(PlatformProcess.PATIENCE)
                    .until(() -> Files.exists(temporary.resolve("half-way").resolve("postgres")));

            platform.kill();

            platform.leavesNothing();
        }
    }

    @Test
    void keeps_its_data_durably_over_a_kill_that_left_postgres_running_until_they_are_dropped() throws Exception {
        Path folder = temporary.resolve("kept");
        ProcessHandle leftover;
        try (PlatformProcess platform = PlatformProcess.start(folder).ready()) {
            try (Connection job = platform.connect("job", "job", "job");
                    Statement sql = job.createStatement()) {
                assertThat(value(sql, "SHOW fsync")).isEqualTo("on");
                assertThat(value(sql, "SHOW synchronous_commit")).isEqualTo("on");
                assertThat(value(sql, "SHOW full_page_writes")).isEqualTo("on");
                sql.execute("CREATE TABLE kept (it text)");
                sql.execute("INSERT INTO kept VALUES ('still here')");
            }
            send(platform.kafka(), "kept", new byte[] {1});
            leftover = platform.postgres().orElseThrow();
            platform.killWithItsSweeper();
            assertThat(leftover.isAlive()).isTrue();

            try (PlatformProcess next = PlatformProcess.start(folder).ready()) {
                assertThat(leftover.isAlive()).isFalse();
                try (Connection job = next.connect("job", "job", "job");
                        Statement sql = job.createStatement()) {
                    assertThat(value(sql, "SELECT it FROM kept")).isEqualTo("still here");
                }
                assertThat(receive(next.kafka(), "kept")).containsExactly(1);
                next.terminate();
                next.leavesNoProcess();
            }
        }
        try (PlatformProcess fresh = PlatformProcess.start(folder, "--fresh", "--fsync", "off")
                        .ready();
                Connection job = fresh.connect("job", "job", "job");
                Statement sql = job.createStatement()) {
            assertThatThrownBy(() -> value(sql, "SELECT it FROM kept")).hasMessageContaining("does not exist");
        }
    }

    @Test
    void ends_with_one_sentence_once_postgres_has_ended_by_itself() throws Exception {
        try (PlatformProcess platform = temporary("orphaned").ready()) {
            platform.postgres().orElseThrow().destroyForcibly();

            assertThat(platform.exitCode()).isEqualTo(1);
            assertThat(platform.lastError()).startsWith("PostgreSQL ended by itself (see ");
            platform.leavesNothing();
        }
    }

    @Test
    void ends_with_one_sentence_once_kafka_has_ended_by_itself() throws Exception {
        try (PlatformProcess platform = temporary("diskless").ready()) {
            Path data = KafkaBroker.folder(temporary.resolve("diskless")).resolve("data");
            Folders.delete(data);
            Files.createFile(data);
            Admin admin = Admin.create(Map.of("bootstrap.servers", platform.kafka()));
            admin.createTopics(List.of(new NewTopic("facts", 1, (short) 1)));

            assertThat(platform.exitCode()).isEqualTo(1);
            // What it was asked for is answered by nobody any more.
            admin.close(Duration.ZERO);
            assertThat(platform.lastError()).startsWith("Kafka ended by itself with code 1: ");
            platform.leavesNothing();
        }
    }

    @Test
    void stops_in_time_although_postgres_does_not_heed() throws Exception {
        try (PlatformProcess platform = temporary("deaf").ready()) {
            ProcessHandle postgres = platform.postgres().orElseThrow();
            new ProcessBuilder("kill", "-STOP", Long.toString(postgres.pid()))
                    .start()
                    .waitFor();
            Instant begin = Instant.now();

            platform.closeInput();

            assertThat(platform.exitCode()).isZero();
            assertThat(Duration.between(begin, Instant.now())).as("as promised").isLessThan(Duration.ofSeconds(10));
            platform.leavesNothing();
        }
    }

    @Test
    void refuses_in_one_sentence_a_port_in_use_and_leaves_nothing() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PlatformProcess platform =
                        temporary("refused", "--kafka-port", Integer.toString(taken.getLocalPort()))) {
            assertThat(platform.exitCode()).isEqualTo(1);
            assertThat(platform.errors())
                    .isEqualTo(
                            "Port %d for Kafka is in use: stop what listens there.%n".formatted(taken.getLocalPort()));
            assertThat(platform.output()).isEmpty();
            platform.leavesNothing();
        }
    }

    @Test
    void never_takes_a_folder_with_files_for_a_temporary_one() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("precious"));
        Files.writeString(folder.resolve("thesis.txt"), "ten years of work");
        try (PlatformProcess platform = temporary("precious")) {
            assertThat(platform.exitCode()).isEqualTo(1);
            assertThat(platform.errors()).contains("is not empty, so it cannot be a temporary one.");
            assertThat(folder.resolve("thesis.txt")).exists();
        }
    }

    private PlatformProcess temporary(String name, String... options) throws Exception {
        String[] all = new String[options.length + 3];
        System.arraycopy(options, 0, all, 3, options.length);
        all[0] = "--temporary";
        all[1] = "--fsync";
        all[2] = "off";
        return PlatformProcess.start(temporary.resolve(name), all);
    }

    private static void usePostgres(PlatformProcess platform) throws SQLException {
        for (String name : List.of("job", "assessment", "interview", "decision")) {
            try (Connection connection = platform.connect(name, name, name);
                    Statement sql = connection.createStatement()) {
                sql.execute("CREATE TABLE own (id bigint GENERATED ALWAYS AS IDENTITY)");
                assertThat(value(sql, "SHOW server_version")).startsWith("18.");
                assertThat(value(sql, "SHOW fsync")).isEqualTo("off");
            }
        }
        assertThatThrownBy(() -> platform.connect("job", "job", "wrong")).hasMessageContaining("authentication failed");
        assertThatThrownBy(() -> platform.connect("job", "postgres", "wrong"))
                .hasMessageContaining("authentication failed");
        assertThatThrownBy(() -> platform.connect("job", "decision", "decision"))
                .hasMessageContaining("permission denied");
        platform.connect("job", "postgres", "postgres").close();
    }

    private static void useKafka(String address) throws Exception {
        send(address, "facts", new byte[2_200_000]);
        assertThat(receive(address, "facts")).hasSize(2_200_000);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("unheard-of"))
                            .allTopicNames()
                            .get(60, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    private static void send(String address, String topic, byte[] value) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address));
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", address, "max.request.size", 2_400_000, "acks", "all"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get(60, TimeUnit.SECONDS);
            producer.send(new ProducerRecord<>(topic, value)).get(60, TimeUnit.SECONDS);
        }
    }

    private static byte[] receive(String address, String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", address, "group.id", "test", "auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            return await().atMost(PlatformProcess.PATIENCE)
                    .until(() -> consumer.poll(Duration.ofMillis(200)), records -> !records.isEmpty())
                    .iterator()
                    .next()
                    .value();
        }
    }

    private static String value(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
