package dev.plumbline.job.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.Stage;
import dev.plumbline.kit.testing.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class JobPostingTest {
    private static final String PLACE = """
            {"country": "US", "region": "CO", "city": "Denver", "postalCode": "80202", "street": "1 Main St",
             "remote": true}""";
    private static final String TERMS = """
            {"types": ["FULL_TIME", "TEMPORARY"], "workHours": "40 hours a week", "startsOn": "2026-09-01",
             "applyBy": "2026-07-31", "salary": {"currency": "USD", "min": 60000, "max": 75000.5, "per": "YEAR"}}""";

    private static ValidatableResponse posting(UUID job) {
        return Stage.recruiter()
                .accept("application/ld+json")
                .get("/v1/jobs/{id}", job)
                .then()
                .statusCode(200);
    }

    private static JsonNode json(ValidatableResponse posting) throws JsonProcessingException {
        return Stage.JSON.readTree(posting.extract().asString());
    }

    @Test
    void a_job_that_says_everything_is_a_whole_job_posting() throws JsonProcessingException {
        UUID job = Stage.drafted(Stage.job(it -> {
            it.withObject("/description").put("coreFocus", "Calm.").put("scope", "One site.");
            it.set("organization", Stage.json("{\"name\": \"Example Clinic\", \"url\": \"https://clinic.example\"}"));
            it.set("location", Stage.json(PLACE));
            it.set("employment", Stage.json(TERMS));
            it.withArray("/skills").add(Stage.json("{\"text\": \"Typing\"}"));
            it.withArray("/skills").add(Stage.json("{\"text\": \"Spanish\"}"));
        }));
        Stage.publish(job, "NEW_APPLICATIONS").statusCode(201);
        ValidatableResponse posting = posting(job)
                .header("Content-Type", startsWith("application/ld+json"))
                .header("Vary", containsString("Accept"));
        JsonNode json = json(posting);
        assertThat(json.at("/@context").textValue()).isEqualTo("https://schema.org");
        assertThat(json.at("/@type").textValue()).isEqualTo("JobPosting");
        assertThat(json.at("/identifier/value").textValue()).isEqualTo(job.toString());
        assertThat(json.at("/description").textValue())
                .isEqualTo("Welcomes patients and answers the phone.\n\nCalm.\n\nOne site.");
        assertThat(json.at("/skills").textValue()).isEqualTo("Typing\nSpanish");
        assertThat(json.at("/datePosted").textValue()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(json.at("/validThrough").textValue()).isEqualTo("2026-07-31");
        assertThat(json.at("/jobStartDate").textValue()).isEqualTo("2026-09-01");
        assertThat(json.at("/employmentType").toString()).isEqualTo("[\"FULL_TIME\",\"TEMPORARY\"]");
        assertThat(json.at("/hiringOrganization/sameAs").textValue()).isEqualTo("https://clinic.example");
        assertThat(json.at("/jobLocation/address/addressLocality").textValue()).isEqualTo("Denver");
        assertThat(json.at("/jobLocationType").textValue()).isEqualTo("TELECOMMUTE");
        assertThat(json.at("/applicantLocationRequirements/name").textValue()).isEqualTo("US");
        assertThat(json.at("/baseSalary/value").toString())
                .isEqualTo(
                        "{\"@type\":\"QuantitativeValue\",\"minValue\":60000,\"maxValue\":75000.5,\"unitText\":\"YEAR\"}");
        assertThat(json.has("interviewQuestions")).isFalse();
        assertThat(json.has("rubric")).isFalse();
    }

    @Test
    void what_a_job_does_not_say_is_left_out() throws JsonProcessingException {
        JsonNode json = json(posting(Stage.drafted(Stage.job())));
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("@context", "@type", "identifier", "title", "description");
    }

    @Test
    void a_posting_is_what_was_published_and_not_what_is_drafted() {
        UUID job = Stage.published();
        Stage.recruiter()
                .header("If-Match", Stage.tag(job))
                .body(Stage.job(it -> it.put("title", "Not yet")))
                .put("/v1/jobs/{id}", job)
                .then()
                .statusCode(200);
        assertThat(posting(job).extract().asString())
                .contains("Medical Receptionist")
                .doesNotContain("Not yet");
    }

    @Test
    void plain_json_is_given_unless_the_other_is_preferred() {
        UUID job = Stage.drafted(Stage.job());
        for (String accept : new String[] {"*/*", "application/json", "application/ld+json;q=0.5, application/json"}) {
            Stage.recruiter()
                    .accept(accept)
                    .get("/v1/jobs/{id}", job)
                    .then()
                    .statusCode(200)
                    .header("Content-Type", startsWith("application/json"))
                    .body("status", equalTo("DRAFT"));
        }
        Stage.recruiter().accept("text/html").get("/v1/jobs/{id}", job).then().statusCode(406);
    }
}
