package dev.plumbline.decision;

import static org.hamcrest.Matchers.equalTo;

import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hiring manager may sit on a panel: others' ratings stay unseen by this road too, until one's own are given. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class OwnRatingsFirstTest {
    private final UUID job = Ids.next();
    private final UUID application = Ids.next();

    @BeforeEach
    void two_raters_of_whom_one_has_rated() {
        Published.publishJob(job, Rubrics.CLINIC);
        Published.send(
                Published.submitted(application, job, 1),
                Published.panel(application, "billing", 1, "ana", "mia"),
                Published.rated(application, "billing", "ana", 1, 5));
        Api.awaitDecision(application, decision -> decision.toString().contains("\"rater\":\"ana\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"decision", "decision/what-would-change", "decisions", "decisions/1/certificate"})
    void who_still_owes_a_rating_sees_none(String path) {
        Api.asPerson("mia", "hiring-manager")
                .get("/v1/applications/{id}/" + path, application)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/rate-first"));
        Api.asPerson("mia", "hiring-manager")
                .accept("text/plain, application/json;q=0.5")
                .get("/v1/applications/{id}/" + path, application)
                .then()
                .statusCode(409);
        Api.asPerson("zoe", "hiring-manager")
                .get("/v1/applications/{id}/" + path, application)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "null"})
    void who_has_rated_or_could_not_sees_all(String rating) {
        Published.send(Published.rated(application, "billing", "mia", 1, rating));
        Api.awaitDecision(application, decision -> decision.toString().contains("\"rater\":\"mia\""));

        Api.asPerson("mia", "hiring-manager")
                .get("/v1/applications/{id}/decision", application)
                .then()
                .statusCode(200);
    }
}
