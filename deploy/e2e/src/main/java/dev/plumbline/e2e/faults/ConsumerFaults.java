package dev.plumbline.e2e.faults;

import dev.plumbline.e2e.Clinic;
import dev.plumbline.e2e.Database;
import dev.plumbline.local.platform.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The faults of the services that are told of what others have accepted, before they take what concerns it. */
public final class ConsumerFaults {
    private static final String KNOWS_APPLICATION = "select count(*) from application where id = '%s'";
    private static final int POINTS = 70;
    private static final int RIGHT = 7;

    private ConsumerFaults() {}

    /**
     * What a service takes from a topic, and where it keeps it.
     *
     * @param table that a batch writes to
     */
    private record Intake(Service service, String topic, String table) {
        static Intake of(Service service) {
            return switch (service) {
                case JOB -> new Intake(service, "plumbline.tests.v1", "test_version");
                case ASSESSMENT, INTERVIEW -> new Intake(service, "plumbline.applications.v1", "application");
                case DECISION -> throw new IllegalArgumentException("Facts are another matter: they come as scores do");
            };
        }

        /** Its consumer group, called like the service. */
        String group() {
            return service.title();
        }
    }

    /**
     * Kills the job-, assessment- or interview-service while a batch of events is open that it cannot commit: nothing can be
     * written to the table until it is dead. What the events tell is known afterwards.
     */
    public static Fault killMidBatch(Service service) {
        Intake intake = Intake.of(service);
        return new Fault("kill -9 of " + service.title() + ", a batch open", arena -> {
            Database database = arena.platform().database(service);
            Told told;
            try (Connection lock = database.holdTable(intake.table())) {
                told = tell(intake, arena);
                arena.await(
                        "batch that waits",
                        () -> database.waitingForLocks() > 0
                                && Flight.of(arena.platform(), intake.group(), List.of(intake.topic()))
                                                .lag()
                                                .orElse(0)
                                        > 0);
                arena.struck(Flight.of(arena.platform(), intake.group(), List.of(intake.topic())));
                arena.platform().kill(service);
            }
            arena.lift();
            arena.platform().restart(service);
            arena.await("knowledge of what was told", () -> database.count(told.counted()) == 1);
            told.use().run();
        });
    }

    /**
     * What an event tells.
     *
     * @param counted how it is found in the service's database
     * @param use something that the service does only where it knows of it
     */
    private record Told(String counted, Runnable use) {}

    private static Told tell(Intake intake, Arena arena) throws SQLException {
        Clinic clinic = arena.load().clinic();
        if (intake.service() == Service.JOB) {
            String version = arena.platform()
                    .as("recruiter", Service.ASSESSMENT)
                    .post(
                            "/v1/tests/" + Clinic.TEST + "/publish",
                            "",
                            "Idempotency-Key",
                            UUID.randomUUID().toString())
                    .expect(201)
                    .json()
                    .path("version")
                    .asText();
            String known = "select count(*) from test_version where test_id = '%s' and version = %d"
                    .formatted(Clinic.TEST, Integer.parseInt(version));
            return new Told(known, () -> {});
        }
        String application = clinic.apply(true);
        String known = KNOWS_APPLICATION.formatted(UUID.fromString(application));
        return new Told(
                known,
                intake.service() == Service.ASSESSMENT
                        ? () -> clinic.score(application, "hipaa", POINTS, RIGHT)
                        : () -> clinic.raiseFlag(application, "ETHICAL_LAPSE"));
    }
}
