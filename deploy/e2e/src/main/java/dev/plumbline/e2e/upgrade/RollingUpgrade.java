package dev.plumbline.e2e.upgrade;

import dev.plumbline.e2e.Addresses;
import dev.plumbline.e2e.Platform;
import dev.plumbline.e2e.faults.Arena;
import dev.plumbline.e2e.faults.Fault;
import dev.plumbline.local.platform.LocalPlatform;
import dev.plumbline.local.platform.Service;
import dev.plumbline.local.process.Child;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces services of a running platform by those of another build, one after the other, while they are called. Each step
 * is struck like a fault, so that the same has to hold afterwards. In a step the new one starts beside the old one (and
 * migrates the database), both serve, the old one ends; then, if wanted, the old one is started once more on what the new
 * one has made of the database, as whoever rolls back does, both serve again, and the old one ends for good.
 */
public final class RollingUpgrade {
    private static final long SCORES_BESIDE = 300;
    private static final long CALLS_BESIDE = 40;
    private static final long SCORES_UNDER_WAY = 20;
    private static final long TURNS_UNDER_WAY = 2;
    private static final Duration DRAIN = Duration.ofSeconds(30);

    private final Path build;
    private final boolean isWayBackGone;
    private final List<Replaced> replaced = new ArrayList<>();

    /**
     * To another build.
     *
     * @param build the root of the built project that the new services are started from
     * @param isWayBackGone whether each old one is started once more
     */
    public RollingUpgrade(Path build, boolean isWayBackGone) {
        this.build = build;
        this.isWayBackGone = isWayBackGone;
    }

    /** What was replaced so far. */
    public List<Replaced> replaced() {
        return List.copyOf(replaced);
    }

    /** The step of one service. */
    public Fault of(Service service) {
        return new Fault(service.title() + " replaced", arena -> {
            try (PeopleLoad people =
                    PeopleLoad.start(arena.platform(), arena.load().clinic())) {
                replaced.add(new Step(service, arena, people).run());
                people.stop();
            }
            arena.lift();
        });
    }

    /** One service, its old instance and its new one. */
    private final class Step {
        private final Service service;
        private final Arena arena;
        private final Platform platform;
        private final PeopleLoad people;
        private final Addresses addresses;
        private final URI old;
        private Duration beside = Duration.ZERO;
        private Duration ending = Duration.ZERO;

        Step(Service service, Arena arena, PeopleLoad people) {
            this.service = service;
            this.arena = arena;
            this.platform = arena.platform();
            this.people = people;
            this.addresses = platform.addresses();
            this.old = addresses.first(service);
        }

        Replaced run() throws Exception {
            long migrations = migrations();
            long members = members();
            LocalPlatform.Another next = platform.startAnother(service, build);
            long oldCalls = addresses.calls(old);
            addresses.add(service, next.url());
            serveBeside(next, members);
            retireOld();
            if (isWayBackGone) {
                long alone = members();
                platform.restart(service);
                addresses.add(service, old);
                serveBeside(next, alone);
                retireOld();
            }
            return new Replaced(
                    service,
                    migrations() - migrations,
                    beside,
                    addresses.calls(old) - oldCalls,
                    addresses.calls(next.url()),
                    people.turns(),
                    people.unanswered(),
                    ending);
        }

        private void serveBeside(LocalPlatform.Another next, long membersBefore)
                throws InterruptedException, SQLException {
            Instant begin = Instant.now();
            arena.await("second one of " + service.title() + " among the consumers", () -> members() > membersBefore);
            long oldCalls = addresses.calls(old) + CALLS_BESIDE;
            long newCalls = addresses.calls(next.url()) + CALLS_BESIDE;
            arena.awaitScores(SCORES_BESIDE);
            arena.await(
                    "calls to both of " + service.title(),
                    // Asked first: refused people would be waited for in vain.
                    () -> people.turns() > 0
                            && addresses.calls(old) >= oldCalls
                            && addresses.calls(next.url()) >= newCalls);
            beside = beside.plus(Duration.between(begin, Instant.now()));
        }

        /** As a cluster does: no new call goes there, those under way are answered, then SIGTERM. */
        private void retireOld() throws InterruptedException, SQLException {
            addresses.remove(service, old);
            long turns = people.turns() + TURNS_UNDER_WAY;
            arena.awaitScores(SCORES_UNDER_WAY);
            arena.await("end of the calls under way", () -> people.turns() >= turns);
            arena.struck(arena.awaitLag());
            Child child = platform.process(service);
            Instant asked = Instant.now();
            child.terminate();
            if (!child.awaitEnd(DRAIN)) {
                throw new IllegalStateException(
                        "%s does not end within %d s".formatted(service.title(), DRAIN.toSeconds()));
            }
            Duration took = Duration.between(asked, Instant.now());
            ending = took.compareTo(ending) > 0 ? took : ending;
        }

        private long migrations() throws SQLException {
            return platform.database(service).count("select count(*) from flyway_schema_history");
        }

        private long members() {
            return platform.topics().members(service == Service.DECISION ? "decision-service-facts" : service.title());
        }
    }
}
