package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class RankingCursorTest {
    private static final int STANDING = 24;
    private static final int MOVING = 8;
    private static final int WALKS = 6;

    private final UUID job = Ids.next();

    @Test
    void while_scores_arrive_whoever_stands_still_is_seen_once_and_in_order() {
        Published.publishJob(job, Rubrics.CLINIC);
        List<UUID> standing = new ArrayList<>();
        List<UUID> moving = new ArrayList<>();
        List<ProducerRecord<String, byte[]>> submitted = new ArrayList<>();
        List<ProducerRecord<String, byte[]>> scores = new ArrayList<>();
        for (int i = 0; i < STANDING + MOVING; i++) {
            UUID application = Ids.next();
            (i < STANDING ? standing : moving).add(application);
            submitted.add(Published.submitted(application, job, 1));
            // Two and two are equal in total.
            scores.add(Published.section(application, "hard", 1, 30 + i / 2));
        }
        Published.send(submitted);
        standing.forEach(application -> Api.awaitNumber(application, 1));
        moving.forEach(application -> Api.awaitNumber(application, 1));
        Published.send(scores);
        standing.forEach(application -> Api.awaitNumber(application, 2));
        moving.forEach(application -> Api.awaitNumber(application, 2));
        List<String> inOrder = walk().stream().filter(standing(standing)).toList();
        assertThat(inOrder).hasSize(STANDING);

        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Integer> rescored = CompletableFuture.supplyAsync(() -> rescore(moving, ended));
        try {
            for (int i = 0; i < WALKS; i++) {
                assertThat(walk().stream().filter(standing(standing))).containsExactlyElementsOf(inOrder);
            }
        } finally {
            ended.set(true);
        }
        int last = rescored.join();

        assertThat(last).as("scores that arrived meanwhile").isGreaterThan(MOVING);
    }

    private static java.util.function.Predicate<String> standing(List<UUID> standing) {
        return id -> standing.contains(UUID.fromString(id));
    }

    /** Moves applications up and down, across whatever cursor there is. */
    private static int rescore(List<UUID> moving, AtomicBoolean ended) {
        Random random = new Random(7);
        int revision = 1;
        do {
            revision++;
            int now = revision;
            Published.send(moving.stream()
                    .map(application -> Published.section(application, "hard", now, random.nextInt(101)))
                    .toList());
            UUID first = moving.getFirst();
            Api.awaitDecision(first, decision -> decision.at("/number").asInt() > 2);
        } while (!ended.get());
        return revision * MOVING;
    }

    private List<String> walk() {
        List<String> ids = new ArrayList<>();
        String next = "/v1/jobs/" + job + "/decisions?limit=3&open=true";
        while (next != null) {
            Response page = Api.as("integration").urlEncodingEnabled(false).get(next);
            page.then().statusCode(200);
            ids.addAll(page.path("items.applicationId"));
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        return ids;
    }
}
