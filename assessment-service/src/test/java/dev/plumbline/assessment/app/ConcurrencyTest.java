package dev.plumbline.assessment.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.assessment.MovableClock;
import dev.plumbline.assessment.Scene;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class ConcurrencyTest {

    @Inject
    MovableClock clock;

    @Inject
    SweepSessions sweep;

    @Inject
    SeedShippedTest seed;

    @AfterEach
    void back_to_the_present() {
        clock.reset();
    }

    /** Starts all of them at the same moment; gives their results. */
    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> call : calls) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static <T> List<T> together(int times, Callable<T> call) throws Exception {
        return together(Collections.nCopies(times, call));
    }

    private static List<Long> revisions(List<ReceivedEvent> events, String section) {
        return events.stream()
                .map(ReceivedEvent::data)
                .filter(data -> data.path("section").asText().equals(section))
                .map(data -> data.path("revision").longValue())
                .toList();
    }

    @Test
    void two_raters_at_the_same_moment_give_one_final_score() throws Exception {
        String test = Scene.smallTest(2);
        for (int round = 0; round < 5; round++) {
            UUID application = Scene.submitted(test).application();
            String essay = Scene.writtenAnswerOf(application, "ana");
            List<Integer> statuses = together(List.of(
                    () -> Scene.rate(essay, "ana", 5, 5).statusCode(),
                    () -> Scene.rate(essay, "ben", 4, 4).statusCode()));
            assertThat(statuses).containsOnly(200);
            JsonNode last = Scene.lastOf(application, "writing", 2);
            assertThat(last.path("earned").decimalValue()).isEqualByComparingTo("14");
            assertThat(revisions(Scene.scored(application, all -> all.size() >= 3), "writing"))
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void of_many_raters_at_the_same_moment_only_as_many_as_needed_count() throws Exception {
        UUID application = Scene.submitted(Scene.smallTest(2)).application();
        String essay = Scene.writtenAnswerOf(application, "r0");
        List<Callable<Integer>> raters = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String rater = "r" + i;
            raters.add(() -> Scene.rate(essay, rater, 4, 4).statusCode());
        }
        List<Integer> statuses = together(raters);
        assertThat(statuses).containsOnly(200, 409);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(2);
        assertThat(Scene.lastOf(application, "writing", 2).path("earned").decimalValue())
                .isEqualByComparingTo("13");
    }

    @Test
    void handing_in_many_times_at_once_scores_once() throws Exception {
        Scene.Invited invited = Scene.invite(Scene.applicationFor(Scene.smallTest(2)));
        Scene.answerAll(invited);
        assertThat(together(6, () -> invited.submit().statusCode())).containsOnly(200);
        List<ReceivedEvent> events = Scene.scored(invited.application(), all -> all.size() >= 2);
        assertThat(events).hasSize(2);
    }

    @Test
    void an_answer_either_counts_or_is_refused_while_the_test_is_handed_in() throws Exception {
        String test = Scene.smallTest(2);
        for (int round = 0; round < 5; round++) {
            Scene.Invited invited = Scene.invite(Scene.applicationFor(test));
            List<Integer> statuses = together(List.of(
                    () -> invited.answer("single", "{\"selected\": [\"b\"]}").statusCode(),
                    () -> invited.submit().statusCode()));
            boolean counted = Scene.lastOf(invited.application(), "facts", 1)
                            .at("/questions/right")
                            .intValue()
                    == 1;
            assertThat(statuses).containsExactly(counted ? 204 : 409, 200);
        }
    }

    @Test
    void inviting_many_times_at_once_opens_one_session() throws Exception {
        UUID application = Scene.applicationFor(Scene.smallTest(2));
        List<Integer> statuses = together(
                6,
                () -> Scene.as("recruiter")
                        .body("{}")
                        .post("/v1/applications/" + application + "/sessions")
                        .statusCode());
        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
    }

    @Test
    void sweeping_on_several_instances_at_once_expires_each_session_once() throws Exception {
        String test = Scene.smallTest(2);
        List<Scene.Invited> sittings = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Scene.Invited invited = Scene.invite(Scene.applicationFor(test));
            invited.answer("single", "{\"selected\": [\"b\"]}").then().statusCode(204);
            sittings.add(invited);
        }
        clock.moveAhead(Duration.ofMinutes(61));
        together(4, () -> sweep.sweep());
        for (Scene.Invited invited : sittings) {
            List<ReceivedEvent> events = Scene.scored(invited.application(), all -> all.size() >= 2);
            assertThat(events)
                    .hasSize(2)
                    .allSatisfy(
                            event -> assertThat(event.data().path("revision").longValue())
                                    .isEqualTo(1));
            assertThat(Scene.lastOf(invited.application(), "facts", 1)
                            .at("/questions/right")
                            .intValue())
                    .isEqualTo(1);
        }
    }

    @Test
    void coming_upon_an_overdue_session_from_every_side_at_once_expires_it_once() throws Exception {
        String test = Scene.smallTest(2);
        for (int round = 0; round < 3; round++) {
            Scene.Invited invited = Scene.invite(Scene.applicationFor(test));
            Scene.answerAll(invited);
            String application = "/v1/applications/" + invited.application();
            clock.moveAhead(Duration.ofMinutes(61));
            List<Integer> statuses = together(List.of(
                    () -> Scene.as("recruiter").get(application + "/sessions").statusCode(),
                    () -> Scene.as("auditor").get(application + "/assessment").statusCode(),
                    () -> Scene.as("auditor").get(application + "/assessment").statusCode(),
                    () -> invited.open().statusCode(),
                    () -> sweep.sweep() < 0 ? 500 : 200));
            assertThat(statuses).containsOnly(200);
            assertThat(Scene.scored(invited.application(), all -> all.size() >= 2))
                    .hasSize(2);
            assertThat(invited.submit().statusCode()).isEqualTo(409);
        }
    }

    @Test
    void seeding_on_several_instances_at_once_publishes_nothing_more() throws Exception {
        together(4, () -> {
            seed.seed();
            return true;
        });
        UUID marker = Scene.submitted(Scene.smallTest(2)).application();
        Scene.scored(marker, all -> all.size() >= 2);
        assertThat(TestKafka.read("plumbline.tests.v1"))
                .filteredOn(event -> event.key().equals("medical-office-manager"))
                .hasSize(1);
    }

    @Test
    void results_from_elsewhere_at_the_same_moment_get_a_revision_each() throws Exception {
        UUID application = Scene.applicationFor("medical-office-manager");
        List<Callable<Integer>> puts = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            String body = "{\"earned\": " + i + ", \"possible\": 10}";
            puts.add(() -> Scene.as("integration")
                    .body(body)
                    .put("/v1/applications/" + application + "/sections/typing")
                    .statusCode());
        }
        assertThat(together(puts)).containsOnly(200);
        assertThat(revisions(Scene.scored(application, all -> all.size() >= 6), "typing"))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }
}
