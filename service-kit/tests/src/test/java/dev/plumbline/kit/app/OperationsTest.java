package dev.plumbline.kit.app;

import static dev.plumbline.kit.app.ThingCalls.fresh;
import static dev.plumbline.kit.app.ThingCalls.maker;
import static dev.plumbline.kit.app.ThingCalls.thing;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What those who run a service rely on. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class OperationsTest {
    @Inject
    Things things;

    @Test
    void ready_asks_for_the_database_and_not_for_kafka() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("Database connections health check"))
                .body("checks.name", not(hasItem("Kafka")))
                // What the channels say of themselves would be there.
                .body("checks.data.findAll { it != null }.collectMany { it.keySet() }", not(hasItem("things")));
    }

    @Test
    void well_asks_for_kafka_too() {
        given().get("/q/health/well")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'Kafka' }.data.brokers", equalTo(1));
    }

    @Test
    void how_far_each_consumer_group_is_behind_is_measured() {
        await().untilAsserted(() -> assertThat(metrics())
                .contains("plumbline_consumer_lag_records{group=\"kit-test\",topic=\"incoming.v1\",} 0.0"));
    }

    @Test
    void how_far_each_consumer_group_is_behind_is_told_by_partition() {
        await().untilAsserted(() -> operator()
                .get("/v1/operations/consumers")
                .then()
                .statusCode(200)
                .body("items.group", equalTo(List.of("kit-test")))
                .body("items[0].topic", equalTo("incoming.v1"))
                .body("items[0].lag", equalTo(0))
                .body("items[0].partitions.partition", equalTo(List.of(0, 1)))
                .body("items[0].partitions.lag", equalTo(List.of(0, 0)))
                .body("missingTopics", equalTo(List.of())));
    }

    @Test
    void what_waits_to_be_published_is_told_by_topic_as_the_metrics_tell_it() {
        // No broker takes a topic of this name: the row stays.
        things.update("insert into outbox (topic, headers, created_at)"
                + " values ('never here', '[]', now() - interval '90 seconds')");
        try {
            operator()
                    .get("/v1/operations/outbox")
                    .then()
                    .statusCode(200)
                    .body("depth", greaterThanOrEqualTo(1))
                    .body("oldestSeconds", greaterThanOrEqualTo(90.0f))
                    .body("topics.find { it.topic == 'never here' }.depth", equalTo(1));
            await().untilAsserted(() -> assertThat(outboxAge()).isGreaterThanOrEqualTo(90));
        } finally {
            things.update("delete from outbox where topic = 'never here'");
        }
        await().untilAsserted(() -> operator()
                .get("/v1/operations/outbox")
                .then()
                .statusCode(200)
                .body("depth", equalTo(0))
                .body("oldestSeconds", equalTo(0.0f))
                .body("topics", equalTo(List.of())));
    }

    private static double outboxAge() {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("plumbline_outbox_age_seconds"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.of("olga", "operator"));
    }

    @Test
    void a_call_is_labelled_by_its_route_and_never_by_its_path() {
        String stranger = "stranger-" + fresh();
        maker().body(thing(stranger, "n")).put("/v1/things/" + stranger).then().statusCode(428);
        maker().delete("/v1/things/" + stranger).then().statusCode(405);
        maker().get("/v1/" + stranger).then().statusCode(404);
        maker().request("STRANGE", "/v1/things/" + stranger).then().statusCode(405);

        await().untilAsserted(() -> assertThat(metrics())
                .contains("{method=\"PUT\",outcome=\"CLIENT_ERROR\",status=\"428\",uri=\"/v1/things/{id}\",")
                .contains("{method=\"DELETE\",outcome=\"CLIENT_ERROR\",status=\"405\",uri=\"UNMATCHED\",")
                .contains("{method=\"OTHER\",")
                .doesNotContain("stranger", "STRANGE"));
    }

    private static String metrics() {
        return given().accept("text/plain").get("/q/metrics").asString();
    }

    @Test
    void a_mounted_secret_is_a_setting() {
        assertThat(ConfigProvider.getConfig().getValue("things.mounted", String.class))
                .isEqualTo("-----BEGIN THING-----\nAAAA\n-----END THING-----");
    }
}
