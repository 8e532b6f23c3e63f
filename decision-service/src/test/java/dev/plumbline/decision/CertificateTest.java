package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.app.certificate.DecisionInputs;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Certificates and their keys over HTTP. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
@QuarkusTestResource(KeysForTests.class)
class CertificateTest {
    private final UUID job = Ids.next();
    private final UUID application = Ids.next();

    @Inject
    AgroalDataSource dataSource;

    @Inject
    DecisionInputs inputs;

    @BeforeEach
    void publish_the_job() {
        Published.publishJob(job, Rubrics.CLINIC);
    }

    @Test
    void a_certificate_tells_all_that_a_decision_and_those_before_it_were_made_of() {
        strong();
        int last = Api.decision(application).path("number").asInt();

        Certified certified = Certified.of(application, last);

        JsonNode certificate = certified.certificate();
        assertThat(certificate.path("format").asText()).isEqualTo("plumbline-decision-certificate-1");
        assertThat(certificate.path("applicationId").asText()).isEqualTo(application.toString());
        assertThat(certificate.path("outcome").path("recommendation").asText()).isEqualTo("ADVANCE");
        assertThat(certificate.path("rubrics")).hasSize(1);
        assertThat(certificate.path("rubrics").path(0).path("jobId").asText()).isEqualTo(job.toString());
        List<JsonNode> history = Api.history(application);
        assertThat(certificate.path("decisions")).hasSameSizeAs(history);
        for (JsonNode stored : history) {
            JsonNode decision = certified.decision(stored.path("number").asInt());
            for (String field : List.of("decidedAt", "trigger", "inputDigest", "contentDigest", "chainDigest")) {
                assertThat(decision.path(field)).as(field).isEqualTo(stored.path(field));
            }
            assertThat(decision.path("published")).isEqualTo(stored.path("published"));
        }
        assertThat(certified.facts(1, "LIFECYCLE")).hasSize(1);
        // What is said before it is made is no more than it takes, and a good part of it.
        assertThat(inputs.size(application, last).leastBytes())
                .isBetween(
                        certified.file().length() / 8L, (long) certified.file().length());
    }

    @Test
    void published_events_anchor_it() {
        strong();
        Certified certified = Certified.ofAll(application);

        List<ReceivedEvent> events = TestKafka.read(Published.DECISIONS).stream()
                .filter(event -> event.key().equals(application.toString())
                        && event.type().equals("dev.plumbline.decision.changed.v1"))
                .toList();

        assertThat(events).isNotEmpty();
        for (ReceivedEvent event : events) {
            JsonNode decision = certified.decision(event.data().path("number").asInt());
            assertThat(decision.path("published").asBoolean()).isTrue();
            assertThat(decision.path("chainDigest")).isEqualTo(event.data().path("chainDigest"));
        }
    }

    @Test
    void the_same_bytes_come_each_time_and_an_earlier_one_is_a_part_of_history() {
        strong();

        Certified first = Certified.of(application, 2);
        Published.send(Published.section(application, "hard", 2, 10));
        Api.awaitRecommendation(application, "REJECT");

        assertThat(Certified.of(application, 2)).isEqualTo(first);
        assertThat(Certified.ofAll(application).decision(2)).isEqualTo(first.decision(2));
    }

    @Test
    void an_erased_application_has_one_too_and_nobody_s_words_are_in_it() {
        strong();
        int number = Api.decision(application).path("number").asInt();
        String reason = "Her references spoke of Mrs. Miller at length.";
        Api.as("hiring-manager")
                .body("{\"verdict\": \"HIRE\", \"reason\": \"" + reason + "\", \"decisionNumber\": " + number + "}")
                .put("/v1/applications/{id}/verdict", application)
                .then()
                .statusCode(200);
        Published.send(Published.erased(application, 1));
        Api.awaitDecision(
                application, decision -> decision.path("verdict").path("reason").isNull());

        assertThat(Certified.ofAll(application).file()).doesNotContain("Miller", reason);
    }

    @Test
    void what_there_is_not_is_not_certified() {
        Published.send(Published.submitted(application, job, 1));
        Api.awaitNumber(application, 1);

        for (Object number : List.of(0, -1, 2, Integer.MAX_VALUE, "one", "99999999999", "1.0")) {
            Certified.get(application, number).then().statusCode(404).body("type", equalTo("/problems/not-found"));
        }
        Certified.get(Ids.next(), 1)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/application-not-yet-known"));
        UUID waiting = Ids.next();
        Published.send(Published.section(waiting, "hard", 1, 90));
        TestKafka.awaitNoLag("decision-service-facts", Published.ASSESSMENTS);
        Certified.get(waiting, 1).then().statusCode(409).body("type", equalTo("/problems/application-not-yet-known"));
    }

    @Test
    void nothing_is_signed_that_does_not_hold() throws SQLException {
        strong();
        int last = Api.decision(application).path("number").asInt();
        Certified.of(application, last);
        for (String rewritten : List.of(
                "chain_digest = set_byte(chain_digest, 0, 255 - get_byte(chain_digest, 0))",
                "outcome = convert_to(replace(convert_from(outcome, 'UTF8'), 'STRONG', 'FAIL'), 'UTF8')",
                "facts = convert_to('[]', 'UTF8')",
                "published = not published",
                "withdrawn = not withdrawn")) {
            byte[] before = Certified.get(application, last).asByteArray();
            update("create table kept as select * from decision where application_id = ?", application);
            update(
                    "update decision set " + rewritten + " where number = " + last + " and application_id = ?",
                    application);

            Certified.get(application, last)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/decision-not-recomputable"));
            // Those before it do hold.
            Certified.of(application, last - 1);

            update("delete from decision where application_id = ?", application);
            update("insert into decision select * from kept where application_id = ?", application);
            update("drop table kept", null);
            assertThat(Certified.get(application, last).asByteArray()).isEqualTo(before);
        }
    }

    private void update(String sql, @org.jspecify.annotations.Nullable UUID id) throws SQLException {
        // A parameter has no place in DDL.
        String text = id == null ? sql : sql.replace("?", "'" + id + "'");
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            statement.execute();
        }
    }

    @Test
    void the_keys_are_public_cacheable_and_hold_nothing_secret() {
        Response answer = RestAssured.get("/.well-known/decision-keys");

        answer.then()
                .statusCode(200)
                .contentType("application/jwk-set+json")
                .header("Cache-Control", "public, max-age=300")
                .body("keys.size()", equalTo(2), "keys.kty", equalTo(List.of("OKP", "OKP")))
                .body("keys.crv", equalTo(List.of("Ed25519", "Ed25519")))
                .body("keys[0].kid", not(equalTo(answer.path("keys[1].kid"))));
        assertThat(answer.asString()).doesNotContain("\"d\"");
        assertThat(Certified.keys()).extracting(key -> key.id()).isEqualTo(answer.path("keys.kid"));
    }

    private void strong() {
        Published.send(Published.submitted(application, job, 1));
        Published.send(Published.strong(application));
        Api.awaitRecommendation(application, "ADVANCE");
        List.of(Published.ASSESSMENTS, Published.INTERVIEWS, Published.APPLICATIONS)
                .forEach(topic -> TestKafka.awaitNoLag("decision-service-facts", topic));
    }
}
