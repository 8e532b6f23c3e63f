package dev.plumbline.interview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Several people at the same moment: every fact leaves once, and its revisions in their order. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class ConcurrencyTest {
    private static final List<String> QUESTIONS = List.of("billing", "motivation");

    private UUID application;

    @BeforeEach
    void setTheStage() {
        application = Stage.application();
    }

    @Test
    void raters_who_hand_in_at_once_are_all_told_once() throws Exception {
        List<String> panel = List.of("r1", "r2", "r3", "r4", "r5", "r6");
        UUID interview = Stage.interview(application, panel, QUESTIONS);
        panel.forEach(rater -> QUESTIONS.forEach(question -> Stage.rate(interview, rater, question, 4)));
        List<Callable<Integer>> calls = new ArrayList<>();
        for (String rater : panel) {
            calls.add(() -> Stage.submit(interview, rater).extract().statusCode());
            calls.add(() -> Stage.submit(interview, rater).extract().statusCode());
        }

        assertThat(atOnce(calls)).containsOnly(200);
        assertThat(Facts.told(application).stream().filter(t -> t.startsWith("question-rated")))
                .hasSize(panel.size() * QUESTIONS.size())
                .doesNotHaveDuplicates();
        inOrder();
    }

    @RepeatedTest(2)
    void panel_changes_while_rating_leave_revisions_in_order_and_the_last_panel_true() throws Exception {
        UUID first = Stage.interview(application, List.of("ana", "ben"), QUESTIONS);
        UUID second = Stage.interview(application, List.of("ana"), List.of("billing"));
        Stage.hand(first, "ana", QUESTIONS, 3);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            List<String> panel = i % 2 == 0 ? List.of("ana", "cid") : List.of("ana", "ben");
            int rating = 1 + i % 5;
            calls.add(() -> Stage.change(first, panel, QUESTIONS).extract().statusCode());
            calls.add(() ->
                    Stage.change(second, panel, List.of("billing")).extract().statusCode());
            calls.add(() -> Stage.rate(first, "ana", "billing", "{\"rating\":" + rating + ",\"reason\":\"r\"}")
                    .extract()
                    .statusCode());
        }

        assertThat(atOnce(calls)).containsOnly(200);
        Map<String, JsonNode> last = inOrder();
        assertThat(state(last, "panel-assigned motivation").path("raters").toString())
                .isEqualTo(panelOf(first));
        assertThat(state(last, "question-rated billing ana").path("rating").intValue())
                .isEqualTo(Stage.recruiter()
                        .get("/v1/interviews/{id}", first)
                        .<Integer>path("ratings.find { it.rater == 'ana' && it.question == 'billing' }.rating"));
    }

    @Test
    void two_who_change_the_same_state_do_not_overwrite_each_other() throws Exception {
        UUID interview = Stage.interview(application, List.of("ana"), QUESTIONS);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (String panelist : List.of("b1", "b2", "b3", "b4")) {
            calls.add(() -> Stage.recruiter()
                    .header("If-Match", "\"1\"")
                    .body(Stage.plan(List.of(panelist), QUESTIONS))
                    .put("/v1/interviews/{id}", interview)
                    .statusCode());
        }

        assertThat(atOnce(calls)).containsExactlyInAnyOrder(200, 412, 412, 412);
    }

    @Test
    void the_same_idempotency_key_at_once_sets_up_one_interview() throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            calls.add(() -> Stage.recruiter()
                    .header("Idempotency-Key", "same-" + application)
                    .body(Stage.plan(List.of("ana"), QUESTIONS))
                    .post("/v1/applications/{id}/interviews", application)
                    .statusCode());
        }

        assertThat(atOnce(calls)).contains(201).isSubsetOf(201, 409);
        assertThat(Stage.recruiter()
                        .get("/v1/applications/{id}/interviews", application)
                        .<List<Object>>path("items"))
                .hasSize(1);
    }

    @Test
    void one_of_two_opposite_rulings_at_once_wins() throws Exception {
        UUID flag = Stage.redFlag(application, Stage.assessor(), "n");
        List<Callable<Integer>> calls = new ArrayList<>();
        for (String ruling : List.of("confirm", "dismiss", "confirm", "dismiss")) {
            calls.add(() -> Stage.hiringManager()
                    .body("{\"reason\":\"r\"}")
                    .post("/v1/red-flags/{id}/" + ruling, flag)
                    .statusCode());
        }

        assertThat(atOnce(calls)).containsExactlyInAnyOrder(200, 409, 409, 409);
        inOrder();
    }

    private static JsonNode state(Map<String, JsonNode> last, String identity) {
        return Objects.requireNonNull(last.get(identity), identity);
    }

    private static String panelOf(UUID interview) {
        List<String> panel =
                Stage.recruiter().get("/v1/interviews/{id}", interview).path("panel");
        return "[\"" + String.join("\",\"", panel.stream().sorted().toList()) + "\"]";
    }

    /** Checks that each identity's revisions come as 1, 2, 3, ... and gives the last state of each. */
    private Map<String, JsonNode> inOrder() {
        Map<String, JsonNode> last = new HashMap<>();
        for (ReceivedEvent event : Facts.of(application)) {
            JsonNode data = event.data();
            String identity = event.type()
                            .replace("dev.plumbline.interview.", "")
                            .replace(".v1", "") + " "
                    + (data.path("question").asText("")
                            + data.path("redFlagId").asText("")
                            + (data.has("rater") ? " " + data.path("rater").asText() : ""));
            JsonNode known = last.get(identity);
            int before = known == null ? 0 : known.path("revision").intValue();
            assertThat(data.path("revision").intValue()).as(identity).isEqualTo(before + 1);
            last.put(identity, data);
        }
        return last;
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws InterruptedException, ExecutionException {
        CyclicBarrier together = new CyclicBarrier(calls.size());
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<Future<Integer>> pending = calls.stream()
                    .map(call -> threads.submit(() -> {
                        together.await();
                        return call.call();
                    }))
                    .toList();
            for (Future<Integer> answer : pending) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
