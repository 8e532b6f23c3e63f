package dev.plumbline.e2e.faults;

import dev.plumbline.e2e.Clinic;
import dev.plumbline.local.platform.Server;
import dev.plumbline.local.platform.Service;
import dev.plumbline.local.process.Child;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;

/** The faults of processes and connections. */
public final class Faults {
    private static final long A_FEW = 20;

    private Faults() {}

    /** Kills the decision-service while a batch is open that it cannot commit. */
    public static Fault killDecisionServiceMidBatch() {
        return new Fault("kill -9 of decision-service, a batch open", arena -> {
            arena.strikeMidBatch(at -> at.platform().kill(Service.DECISION));
            arena.lift();
            arena.platform().restart(Service.DECISION);
        });
    }

    /** Kills a service whose outbox is not empty. */
    public static Fault killWithFullOutbox(Service service) {
        return new Fault("kill -9 of " + service.title() + ", its outbox full", arena -> {
            try (Connection relay = arena.platform().database(service).holdRelay()) {
                stir(service, arena.load().clinic());
                arena.await(
                        "events in the outbox of " + service.title(),
                        () -> arena.platform().database(service).outboxDepth() > 0);
                arena.struck(Flight.of(arena.platform()));
                arena.platform().kill(service);
            }
            arena.lift();
            arena.platform().restart(service);
        });
    }

    /** What the load does not do of itself. */
    private static void stir(Service service, Clinic clinic) {
        String application = clinic.ledger().applications().getFirst();
        switch (service) {
            case JOB -> clinic.screen(application, false);
            case INTERVIEW -> clinic.raiseFlag(application, "ETHICAL_LAPSE");
            case ASSESSMENT, DECISION -> {
                // Scores are on their way.
            }
        }
    }

    /** Kills PostgreSQL, all of its processes, while a batch is open that cannot be committed. */
    public static Fault killPostgres() {
        return new Fault("kill -9 of PostgreSQL, a batch open", arena -> {
            arena.strikeMidBatch(at -> at.platform().kill(Server.POSTGRES));
            arena.lift();
            arena.platform().restart(Server.POSTGRES);
        });
    }

    /** Kills the broker; what is accepted meanwhile waits in the outboxes. */
    public static Fault killBroker() {
        return new Fault("kill -9 of the broker", arena -> {
            arena.strikeMidBatch(at -> at.platform().kill(Server.KAFKA));
            arena.awaitScores(A_FEW);
            arena.await(
                    "events in the outboxes",
                    () -> Flight.withoutKafka(arena.platform()).isAny());
            arena.lift();
            arena.platform().restart(Server.KAFKA);
        });
    }

    /** Stops the decision-service where it is, until Kafka has given it up, and lets it go on. */
    public static Fault suspendDecisionService() {
        return new Fault("SIGSTOP of decision-service until it is out of its group, then SIGCONT", arena -> {
            Child service = arena.platform().process(Service.DECISION);
            try {
                arena.strikeMidBatch(at -> service.suspend());
                arena.awaitInstances(0);
                arena.lift();
            } finally {
                service.resume();
            }
        });
    }

    /**
     * Of two decision-services one is stopped where it is until Kafka has given all to the other, and goes on as if nothing
     * had happened; then the other one is killed.
     */
    public static Fault suspendOneOfTwo() {
        return new Fault("2 of decision-service, one stopped past its session, the other killed", arena -> {
            Child first = arena.platform().process(Service.DECISION);
            Child other = arena.platform().startAnother(Service.DECISION, Map.of());
            try {
                arena.awaitInstances(2);
                try {
                    arena.strikeMidBatch(at -> first.suspend());
                    arena.awaitInstances(1);
                    arena.awaitDecisions(A_FEW);
                } finally {
                    first.resume();
                }
                arena.strikeMidBatch(at -> at.platform().kill(other));
            } finally {
                arena.platform().kill(other);
            }
            arena.lift();
        });
    }

    /** Resets the decision-service's connections. */
    public static Fault cut(Way way) {
        return new Fault("connections to " + way.title() + " cut", arena -> {
            arena.strikeMidBatch(at -> way.of(at).cut());
            arena.lift();
        });
    }

    /** Nothing passes for a while, and nobody is told. */
    public static Fault blackHole(Way way, Duration time) {
        return new Fault("connections to %s black-holed for %d s".formatted(way.title(), time.toSeconds()), arena -> {
            arena.strikeMidBatch(at -> way.of(at).blackHole());
            Thread.sleep(time);
            arena.lift();
            way.of(arena).heal();
        });
    }

    /** Everything passes late for a while. */
    public static Fault delay(Way way, Duration delay, Duration time) {
        return new Fault(
                "connections to %s delayed by %d ms for %d s"
                        .formatted(way.title(), delay.toMillis(), time.toSeconds()),
                arena -> {
                    arena.strikeMidBatch(at -> way.of(at).delay(delay));
                    Thread.sleep(time);
                    arena.lift();
                    way.of(arena).heal();
                });
    }

    /** Both sides go on believing in connections that lead nowhere any more. */
    public static Fault halfOpen(Way way) {
        return new Fault("connections to " + way.title() + " half open", arena -> {
            arena.strikeMidBatch(at -> way.of(at).forget());
            arena.lift();
        });
    }

    /** A way of the decision-service. */
    public enum Way {
        /** To its database. */
        POSTGRES("PostgreSQL"),
        /** To the topics. */
        KAFKA("Kafka");

        private final String title;

        Way(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        TcpProxy of(Arena arena) {
            return switch (this) {
                case POSTGRES -> arena.platform().detours().postgres();
                case KAFKA -> arena.platform().detours().kafka();
            };
        }
    }
}
