package dev.plumbline.interview.rest;

import static dev.plumbline.interview.Stage.as;
import static dev.plumbline.interview.Stage.hiringManager;
import static dev.plumbline.interview.Stage.interviewer;
import static dev.plumbline.interview.Stage.rate;
import static dev.plumbline.interview.Stage.recruiter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.plumbline.interview.Facts;
import dev.plumbline.interview.Stage;
import dev.plumbline.kit.testing.PlatformResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was said about a person goes when the person's data is erased; the numbers stay. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class EraseTest {
    private static final String WORD = "zxqv-word-about-a-person";

    private UUID application;
    private UUID interview;

    @BeforeEach
    void setTheStage() {
        application = Stage.application();
        interview = Stage.interview(application, List.of("ana", "ben"), List.of("billing"));
    }

    @Inject
    AgroalDataSource database;

    @Test
    void every_word_goes_from_every_table_and_numbers_and_rulings_stay() throws SQLException {
        rate(interview, "ben", "billing", "{\"rating\":2,\"note\":\"" + WORD + "\"}")
                .statusCode(200);
        rate(interview, "ana", "billing", "{\"rating\":2,\"note\":\"" + WORD + "\"}")
                .statusCode(200);
        Stage.submit(interview, "ana").statusCode(200);
        rate(interview, "ana", "billing", "{\"rating\":3,\"note\":\"" + WORD + "\",\"reason\":\"" + WORD + "\"}")
                .statusCode(200);
        attest().statusCode(200);
        String flag = as("ana", "interviewer")
                .header("Idempotency-Key", "k-" + application)
                .body("{\"category\":\"OTHER\",\"note\":\"" + WORD + "\"}")
                .post("/v1/applications/{id}/red-flags", application)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        hiringManager()
                .body("{\"reason\":\"" + WORD + "\"}")
                .post("/v1/red-flags/{id}/dismiss", flag)
                .then()
                .statusCode(200);
        assertThat(tablesWithTheWord())
                .containsExactlyInAnyOrder("rating", "rating_correction", "attestation", "red_flag", "red_flag_ruling");

        erase();

        assertThat(tablesWithTheWord()).isEmpty();
        recruiter()
                .get("/v1/interviews/{id}", interview)
                .then()
                .body("ratings.rating", contains(3))
                .body("ratings[0].note", nullValue())
                .body("ratings[0].corrections.from", contains(2))
                .body("ratings[0].corrections[0].reason", nullValue());
        hiringManager()
                .get("/v1/red-flags/{id}", flag)
                .then()
                .body("state", equalTo("DISMISSED"))
                .body("note", nullValue())
                .body("rulings.by", contains("hiring-manager"))
                .body("rulings[0].reason", nullValue());
    }

    @Test
    void nothing_more_is_taken_about_an_erased_person_but_an_invitation_is_taken_back() {
        UUID flag = Stage.redFlag(application, interviewer("ana"), "n");
        erase();

        closed(rate(interview, "ana", "billing", "{\"rating\":2}"));
        closed(Stage.submit(interview, "ana"));
        closed(Stage.change(interview, List.of("ana"), List.of("billing")));
        closed(attest());
        closed(hiringManager()
                .body("{\"reason\":\"r\"}")
                .post("/v1/red-flags/{id}/confirm", flag)
                .then());
        closed(interviewer("ana")
                .body("{\"category\":\"OTHER\"}")
                .post("/v1/applications/{id}/red-flags", application)
                .then());
        closed(recruiter()
                .body(Stage.plan(List.of("ana"), List.of("billing")))
                .post("/v1/applications/{id}/interviews", application)
                .then());
        recruiter().post("/v1/interviews/{id}/cancel", interview).then().statusCode(200);
    }

    @Test
    void an_erasure_that_comes_first_holds() {
        UUID job = Stage.publishedJob();
        UUID early = dev.plumbline.kit.ids.Ids.next();
        Stage.publishLifecycle("erased", Stage.erased(early), early);
        Stage.publishLifecycle("submitted", Stage.lifecycle(early, 1, "SUBMITTED", job, 1), early);
        Stage.awaitRefusal(early, "candidate-erased");
    }

    @Test
    void an_erasure_is_not_told_and_tells_nothing() {
        Stage.hand(interview, "ana", List.of("billing"), 4);
        List<String> before = Facts.told(application);
        erase();
        assertThat(dev.plumbline.kit.testing.TestKafka.read(Facts.TOPIC).stream()
                        .filter(e -> e.key().equals(application.toString())))
                // The mark that ends the first reading is the last.
                .hasSize(before.size() + 1);
    }

    private void erase() {
        Stage.publishLifecycle("erased", Stage.erased(application), application);
        Stage.awaitRefusal(application, "candidate-erased");
    }

    private io.restassured.response.ValidatableResponse attest() {
        return as("assessor", "assessor")
                .body("{\"met\":true,\"note\":\"" + WORD + "\"}")
                .put("/v1/applications/{id}/attestations/{gate}", application, Stage.GATE)
                .then();
    }

    private static void closed(io.restassured.response.ValidatableResponse answer) {
        answer.statusCode(409).body("type", equalTo("/problems/candidate-erased"));
    }

    /** Looks at every table there is, so that one that comes later is not forgotten. */
    private List<String> tablesWithTheWord() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet rows = statement.executeQuery("select 1 from \"" + table + "\" t where t::text like '%"
                        + WORD + "%'"
                        + " or encode(convert_to(t::text, 'UTF8'), 'hex') like '%"
                        + java.util.HexFormat.of().formatHex(WORD.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        + "%'")) {
                    if (rows.next()) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = 'public'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
