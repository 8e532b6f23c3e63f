package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.decision.app.RecordVerdict;
import dev.plumbline.decision.app.RecordVerdict.Said;
import dev.plumbline.decision.app.Verdict;
import dev.plumbline.kit.testing.PlatformResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An erasure that comes while a verdict is being given. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class ErasureTest {
    private static final String ERASED = "select application_id from erased_application where application_id = ?";

    @Inject
    RecordVerdict recordVerdict;

    @Inject
    AgroalDataSource dataSource;

    private final Verdicts verdicts = new Verdicts();
    private final UUID application = verdicts.application;

    @Test
    void no_reason_survives_that_was_being_written_down_when_the_candidate_was_erased() throws Exception {
        DatabaseLocks locks = new DatabaseLocks(dataSource);
        Published.publishJob(verdicts.job, Rubrics.CLINIC);
        int number = verdicts.pending();
        CompletableFuture<Integer> recorded = new CompletableFuture<>();
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (ExecutorService person = Executors.newSingleThreadExecutor()) {
            Future<?> given =
                    person.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
                        recordVerdict.record(
                                application, new Said(Verdict.Kind.HIRE, Verdicts.REASON, number, "a-manager"));
                        recorded.complete(locks.ownPid());
                        return mayCommit.await(20, TimeUnit.SECONDS);
                    }));
            try {
                int holder = recorded.get(20, TimeUnit.SECONDS);
                Published.send(Published.erased(application, 1));
                Awaitility.await("the erasure, done or waiting for the verdict")
                        .atMost(Duration.ofSeconds(20))
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> locks.isAnybodyWaitingFor(holder)
                                || !locks.query(ERASED, application).isEmpty());
            } finally {
                mayCommit.countDown();
            }
            given.get();
        }
        Awaitility.await("the erasure")
                .atMost(Duration.ofSeconds(20))
                .until(() -> !locks.query(ERASED, application).isEmpty());

        assertThat(locks.query("select coalesce(reason, 'erased') from verdict where application_id = ?", application))
                .isEqualTo(List.of("erased"));
    }
}
