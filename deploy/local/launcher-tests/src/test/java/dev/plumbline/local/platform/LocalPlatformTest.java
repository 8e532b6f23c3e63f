package dev.plumbline.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.plumbline.local.LocalFailure;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPlatformTest {
    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private FakeRepository repository;
    private Layout layout;
    private LocalPlatform platform;

    @BeforeEach
    void prepare() throws Exception {
        repository = FakeRepository.create(folder);
        layout = Layout.isolated(repository.root(), repository.root().resolve("home"))
                .withServiceEnvironment(Map.of("QUARKUS_DATASOURCE_USERNAME", "added"));
        platform = LocalPlatform.prepare(layout, said::add);
    }

    @AfterEach
    void leavesNothing() {
        platform.close();
        assertThat(repository.processes()).isEmpty();
    }

    @Test
    void starts_everything_and_says_how_long_it_took() throws Exception {
        platform.start(false);

        for (Service service : Service.values()) {
            assertThat(status(platform.url(service).resolve("/q/health/ready"))).isEqualTo(200);
            assertThat(Files.readString(layout.logs().resolve(service.title() + ".log")))
                    .isEqualTo("database jdbc:postgresql://localhost:1/" + service.database() + " of added\n");
        }
        assertThat(status(platform.issuerUrl().resolve("/jwks"))).isEqualTo(200);
        assertThat(platform.servers().kafka()).isEqualTo("localhost:2");
        assertThat(said).hasSize(2).allMatch(line -> line.matches(".* \\d+\\.\\d s"));
    }

    @Test
    void secrets_survive_a_restart_until_kept_data_are_dropped() throws Exception {
        Path data = Files.createDirectories(layout.data());
        String first = LocalSecrets.keep(data, "sessions-key");

        assertThat(first).hasSizeGreaterThan(40).isEqualTo(LocalSecrets.keep(data, "sessions-key"));
        assertThat(Files.getPosixFilePermissions(data.resolve("sessions-key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));

        Path key = LocalSecrets.keepSigningKey(data, "decision-key.pem");
        String pem = Files.readString(key);
        assertThat(pem).matches("-----BEGIN PRIVATE KEY-----\n[A-Za-z0-9+/=]{64}\n-----END PRIVATE KEY-----\n");
        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(LocalSecrets.keepSigningKey(data, "decision-key.pem")))
                .isEqualTo(pem);

        Kept.drop(data);
        assertThat(LocalSecrets.keep(data, "sessions-key")).isNotEqualTo(first);
        assertThat(Files.readString(LocalSecrets.keepSigningKey(data, "decision-key.pem")))
                .isNotEqualTo(pem);
    }

    @Test
    void a_service_that_was_killed_on_purpose_starts_again() throws Exception {
        platform.start(false);
        long before = platform.child(Service.DECISION).pid();

        platform.kill(Service.DECISION);
        assertThat(platform.child(Service.DECISION).isAlive()).isFalse();
        platform.launch(Service.DECISION);
        platform.awaitReady(Service.DECISION);

        assertThat(platform.child(Service.DECISION).pid()).isNotEqualTo(before);
        assertThat(platform.failure()).isNotDone();
    }

    @Test
    void says_which_child_died() throws Exception {
        platform.start(false);

        ProcessHandle.of(platform.child(Service.JOB).pid()).orElseThrow().destroyForcibly();

        assertThat(platform.failure().get(60, TimeUnit.SECONDS))
                .startsWith("job-service ended with exit code 137: ")
                .contains("job-service.log");
    }

    @Test
    void says_why_a_service_does_not_get_up() throws Exception {
        FakeRepository.behave(repository.jar(Service.INTERVIEW), "dies");

        assertThatThrownBy(() -> platform.start(false))
                .isInstanceOf(LocalFailure.class)
                .hasMessageStartingWith("interview-service ended with exit code 9: Cannot find the migration V7 (see ");
    }

    @Test
    void lets_the_servers_say_themselves_why_they_do_not_get_up() throws Exception {
        FakeRepository.behave(repository.serversJar(), "full");

        assertThatThrownBy(() -> platform.start(false))
                .isInstanceOf(LocalFailure.class)
                .hasMessage("The disk of /data is full: 3 MiB are free, 256 MiB are needed.");
    }

    @Test
    void says_which_port_is_in_use_before_anything_starts() throws Exception {
        try (ServerSocket taken = new ServerSocket(layout.port(Service.ASSESSMENT), 1, InetAddress.getByName("::"))) {
            assertThatThrownBy(() -> platform.start(false))
                    .isInstanceOf(LocalFailure.class)
                    .hasMessage("Port %d for assessment-service is in use: stop what listens there."
                            .formatted(taken.getLocalPort()));
        }
        assertThat(repository.processes()).isEmpty();
    }

    @Test
    void says_which_jar_is_missing() throws Exception {
        Files.delete(repository.jar(Service.DECISION));

        assertThatThrownBy(() -> platform.start(false))
                .isInstanceOf(LocalFailure.class)
                .hasMessage(repository.jar(Service.DECISION) + " is missing: run ./mvnw package first.");
    }

    @Test
    void stops_in_time_even_if_no_service_wants_to() throws Exception {
        for (Service service : Service.values()) {
            FakeRepository.behave(repository.jar(service), "deaf");
        }
        platform.start(false);
        Instant begin = Instant.now();

        platform.close();

        assertThat(Duration.between(begin, Instant.now())).as("as promised").isLessThan(Duration.ofSeconds(10));
        assertThat(repository.processes()).isEmpty();
    }

    @Test
    void can_be_closed_while_it_starts() throws Exception {
        Thread starting = Thread.ofVirtual().start(() -> {
            try {
                platform.start(false);
            } catch (Exception e) {
                said.add(e.toString());
            }
        });
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !repository.processes().isEmpty());

        platform.close();

        assertThat(starting.join(Duration.ofSeconds(60))).isTrue();
        assertThat(platform.isClosed()).isTrue();
    }

    private static int status(URI uri) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
