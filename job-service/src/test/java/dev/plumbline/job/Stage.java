package dev.plumbline.job;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.kit.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.function.Consumer;

/** Sets the stage: people who call the service, jobs in each state, and applications to them. */
public final class Stage {
    public static final ObjectMapper JSON = new ObjectMapper();

    private static final String RUBRIC = """
            {"ratingScale": {"min": 1, "max": 5, "mapping": "PROPORTIONAL"},
             "criteria": {"id": "overall", "name": "Overall", "children": [
               {"id": "q-phone", "name": "On the phone", "weight": 60,
                "evidence": {"type": "INTERVIEW_QUESTION", "question": "phone"}},
               {"id": "q-team", "name": "In the team", "weight": 40,
                "evidence": {"type": "INTERVIEW_QUESTION", "question": "team", "minRaters": 2}}]},
             "gates": [{"id": "basics", "type": "SCREENING", "criteria": ["work-authorization"]}],
             "bands": {"strongAt": 80, "failBelow": 60}}""";

    private static final String JOB = """
            {"title": "Medical Receptionist",
             "description": {"function": "Welcomes patients and answers the phone."},
             "interviewQuestions": [
               {"id": "phone", "kind": "SITUATIONAL", "title": "On the phone", "question": "What do you say first?",
                "anchors": {"1": "Argues.", "5": "Listens."}, "probes": ["And then?"]},
               {"id": "team", "title": "In the team", "question": "How do you like to work?"}],
             "screeningCriteria": [{"id": "work-authorization", "question": "May you work here?"}]}""";

    private Stage() {}

    /** Calls as a user who has this role and its name. */
    public static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role)).contentType(ContentType.JSON);
    }

    public static RequestSpecification recruiter() {
        return as("recruiter");
    }

    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** A rubric of two interview questions, rated from 1 to 5, without a test. */
    public static ObjectNode rubric() {
        return json(RUBRIC);
    }

    /** The same on a scale from 1 to 10. */
    public static ObjectNode rubricOfTen() {
        ObjectNode rubric = rubric();
        rubric.withObject("/ratingScale").put("max", 10);
        return rubric;
    }

    /** A rubric of one section of a test, whose right answers a gate counts, and of the question {@code phone}. */
    public static ObjectNode rubricOfSection(String section) {
        ObjectNode rubric = rubric();
        ObjectNode leaf = json("{\"id\": \"part\", \"name\": \"Part\", \"weight\": 40}");
        leaf.withObject("/evidence").put("type", "ASSESSMENT_SECTION").put("section", section);
        rubric.withArray("/criteria/children").remove(1);
        rubric.withArray("/criteria/children").add(leaf);
        ObjectNode gate = json("{\"id\": \"right\", \"type\": \"MIN_RIGHT\", \"atLeast\": 70}");
        gate.withArray("/sections").add(section);
        rubric.withArray("/gates").add(gate);
        return rubric;
    }

    /** A whole job as it is sent, with {@link #rubric}. */
    public static ObjectNode job() {
        return json(JOB).set("rubric", rubric());
    }

    /** A whole job that is different. */
    public static ObjectNode job(Consumer<ObjectNode> difference) {
        ObjectNode job = job();
        difference.accept(job);
        return job;
    }

    /** The id of a new draft. */
    public static UUID drafted(JsonNode job) {
        return id(recruiter().body(job).post("/v1/jobs").then().statusCode(201));
    }

    /** The id of a new job with version 1. */
    public static UUID published() {
        UUID job = drafted(job());
        publish(job, "NEW_APPLICATIONS").statusCode(201);
        return job;
    }

    public static ValidatableResponse publish(UUID job, String appliesTo) {
        return recruiter()
                .body("{\"appliesTo\": \"" + appliesTo + "\"}")
                .post("/v1/jobs/{id}/publish", job)
                .then();
    }

    public static ValidatableResponse close(UUID job) {
        return recruiter().post("/v1/jobs/{id}/close", job).then();
    }

    /** The entity tag of a job. */
    public static String tag(UUID job) {
        return recruiter()
                .get("/v1/jobs/{id}", job)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    public static ValidatableResponse putRubric(UUID job, JsonNode rubric) {
        return recruiter()
                .header("If-Match", tag(job))
                .body(rubric)
                .put("/v1/jobs/{id}/rubric", job)
                .then();
    }

    /** An application as it is sent. */
    public static ObjectNode application(String externalId) {
        ObjectNode application = json("""
                {"candidate": {"name": "Ada Example", "email": "ada@example.org"},
                 "screening": [{"criterion": "work-authorization", "met": true}]}""");
        return application.put("externalId", externalId);
    }

    public static ValidatableResponse apply(UUID job, JsonNode application) {
        return as("integration")
                .body(application)
                .post("/v1/jobs/{id}/applications", job)
                .then();
    }

    /** The id of a new application to this job. */
    public static UUID applied(UUID job) {
        return id(apply(job, application("ats-" + UUID.randomUUID())).statusCode(201));
    }

    public static UUID id(ValidatableResponse created) {
        return UUID.fromString(created.extract().path("id"));
    }
}
