package dev.plumbline.job.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.JobEvents;
import dev.plumbline.job.Stage;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Several at once. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class ConcurrencyTest {
    private static final int AT_ONCE = 4;

    private static <T> List<T> atOnce(List<Callable<T>> calls) {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<Future<T>> futures = calls.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static <T> List<T> times(int count, Callable<T> call) {
        return atOnce(java.util.Collections.nCopies(count, call));
    }

    @Test
    void publishing_at_once_makes_versions_one_after_the_other() {
        UUID job = Stage.drafted(Stage.job());
        List<Integer> versions = times(
                AT_ONCE,
                () -> Stage.publish(job, "NEW_APPLICATIONS")
                        .statusCode(201)
                        .extract()
                        .<Integer>path("version"));
        assertThat(versions).containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThat(JobEvents.ofJob(job, AT_ONCE))
                .extracting(event -> event.data().path("version").intValue())
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void of_those_who_publish_the_same_state_one_succeeds() {
        UUID job = Stage.drafted(Stage.job());
        List<Integer> statuses = times(
                AT_ONCE,
                () -> Stage.recruiter()
                        .header("If-Match", "\"1\"")
                        .body("{}")
                        .post("/v1/jobs/{id}/publish", job)
                        .statusCode());
        assertThat(statuses).containsExactlyInAnyOrder(201, 412, 412, 412);
    }

    @Test
    void of_those_who_apply_with_one_external_id_one_succeeds() {
        UUID job = Stage.published();
        List<Integer> statuses = times(
                AT_ONCE,
                () -> Stage.apply(job, Stage.application("same")).extract().statusCode());
        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        List<String> ids = Stage.recruiter()
                .get("/v1/applications?jobId=" + job)
                .then()
                .extract()
                .path("items.id");
        assertThat(ids).hasSize(1);
        assertThat(JobEvents.kinds(JobEvents.ofApplication(UUID.fromString(ids.getFirst()), 2)))
                .containsExactly("submitted", "screened");
    }

    @Test
    void of_those_who_withdraw_one_succeeds() {
        UUID application = Stage.applied(Stage.published());
        List<Integer> statuses = times(
                AT_ONCE,
                () -> Stage.as("integration")
                        .post("/v1/applications/{id}/withdraw", application)
                        .statusCode());
        assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
    }

    @Test
    void of_those_who_change_one_state_of_a_rubric_one_succeeds() {
        UUID job = Stage.drafted(Stage.job());
        List<Integer> statuses = times(
                AT_ONCE,
                () -> Stage.recruiter()
                        .header("If-Match", "\"1\"")
                        .body(Stage.rubricOfTen())
                        .put("/v1/jobs/{id}/rubric", job)
                        .statusCode());
        assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412, 412);
    }

    @Test
    void who_applies_while_a_job_is_closed_is_in_or_refused_and_told_as_such() {
        UUID job = Stage.published();
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String externalId = "ats-" + i;
            calls.add(() ->
                    Stage.apply(job, Stage.application(externalId)).extract().statusCode());
        }
        calls.add(() -> Stage.close(job).extract().statusCode());
        List<Integer> statuses = atOnce(calls);
        assertThat(statuses.getLast()).isEqualTo(200);
        assertThat(statuses.subList(0, AT_ONCE)).isSubsetOf(201, 409);
        List<String> ids = Stage.recruiter()
                .get("/v1/applications?jobId=" + job)
                .then()
                .extract()
                .path("items.id");
        assertThat(ids)
                .hasSize((int) statuses.stream().filter(status -> status == 201).count());
    }
}
