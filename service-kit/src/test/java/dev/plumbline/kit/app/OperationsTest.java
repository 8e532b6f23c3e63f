package dev.plumbline.kit.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What those who run a service rely on. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class OperationsTest {
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
    void a_mounted_secret_is_a_setting() {
        assertThat(ConfigProvider.getConfig().getValue("things.mounted", String.class))
                .isEqualTo("-----BEGIN THING-----\nAAAA\n-----END THING-----");
    }
}
