package dev.plumbline.assessment;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.Tokens;
import dev.plumbline.kit.testing.TopicReader;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Sets the scene: what job-service would have told, what people do over REST, and what comes out on Kafka. */
public final class Scene {

    public static final String SERVICE = "assessment-service";
    public static final String JOBS = "plumbline.jobs.v1";
    public static final String APPLICATIONS = "plumbline.applications.v1";
    public static final String ASSESSMENTS = "plumbline.assessments.v1";
    public static final String DEAD_LETTERS = "plumbline.assessment-service.dead-letters.v1";
    public static final String JOB_SERVICE = "/plumbline/job-service";
    public static final String SECTION_SCORED = "dev.plumbline.assessment.section-scored.v1";

    private static final Map<String, UUID> JOBS_BY_TEST = new ConcurrentHashMap<>();

    private Scene() {}

    /** A session and its secret. */
    public record Invited(UUID application, String session, String secret) {

        public RequestSpecification candidate() {
            return given().header("Authorization", "Bearer " + secret).contentType("application/json");
        }

        public Response open() {
            return candidate().get("/v1/sessions/" + session);
        }

        public Response answer(String item, String body) {
            return candidate().body(body).put("/v1/sessions/" + session + "/answers/" + item);
        }

        public Response submit() {
            return candidate().post("/v1/sessions/" + session + "/submit");
        }
    }

    public static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role)).contentType("application/json");
    }

    public static RequestSpecification as(String person, String... roles) {
        return given().auth().oauth2(Tokens.of(person, roles)).contentType("application/json");
    }

    /** Creates and publishes {@link TestTexts#small}; gives its id. */
    public static String smallTest(int raters) {
        String id = "small-" + Ids.next();
        as("recruiter")
                .body(TestTexts.small(id, raters))
                .post("/v1/tests")
                .then()
                .statusCode(201);
        as("recruiter").post("/v1/tests/" + id + "/publish").then().statusCode(201);
        return id;
    }

    /** An application to a job that pins version 1 of this test; waits until both are known. */
    public static UUID applicationFor(String test) {
        UUID job = JOBS_BY_TEST.computeIfAbsent(test, Scene::jobFor);
        UUID application = Ids.next();
        publishApplication(application, "submitted", lifecycle(application, 1, "SUBMITTED", job, 1));
        Awaitility.await(application + " known")
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> as("recruiter")
                                .get("/v1/applications/" + application + "/sessions")
                                .statusCode()
                        == 200);
        return application;
    }

    private static UUID jobFor(String test) {
        UUID job = Ids.next();
        publishJob(job, job(job, 1, 1, "NEW_APPLICATIONS", "{\"id\": \"" + test + "\", \"version\": 1}", "facts"));
        TestKafka.awaitNoLag(SERVICE, JOBS);
        return job;
    }

    public static Invited invite(UUID application) {
        return invite(application, "{}");
    }

    public static Invited invite(UUID application, String request) {
        JsonPath session = as("recruiter")
                .body(request)
                .post("/v1/applications/" + application + "/sessions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Invited(application, session.getString("id"), session.getString("secret"));
    }

    /** Someone who has answered everything right and written something, and handed in. */
    public static Invited submitted(String test) {
        Invited invited = invite(applicationFor(test));
        answerAll(invited);
        invited.submit().then().statusCode(200);
        return invited;
    }

    public static void answerAll(Invited invited) {
        invited.answer("single", "{\"selected\": [\"b\"]}").then().statusCode(204);
        invited.answer("multiple", "{\"selected\": [\"c\", \"a\"]}").then().statusCode(204);
        invited.answer("numeric", "{\"value\": 12.4}").then().statusCode(204);
        invited.answer("essay", "{\"text\": \"From " + invited.application() + "\"}")
                .then()
                .statusCode(204);
        invited.answer("tone", "{\"selected\": [\"x\"]}").then().statusCode(204);
    }

    /** The opaque id under which this application's essay waits for this rater. */
    public static String writtenAnswerOf(UUID application, String rater) {
        String cursor = "";
        while (true) {
            JsonPath page = as(rater, "assessor")
                    .get("/v1/written-answers?status=waiting&limit=500" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<String> ids = page.getList("items.findAll { it.text == 'From " + application + "' }.id");
            if (!ids.isEmpty()) {
                return ids.getFirst();
            }
            if (page.getString("next") == null) {
                throw new AssertionError("nothing of " + application + " waits for " + rater);
            }
            cursor = "&cursor=" + page.getString("next");
        }
    }

    public static Response rate(String writtenAnswer, String rater, int clarity, int empathy) {
        return as(rater, "assessor")
                .body("{\"ratings\": {\"clarity\": " + clarity + ", \"empathy\": " + empathy + "}}")
                .put("/v1/written-answers/" + writtenAnswer + "/ratings/mine");
    }

    public static String job(
            UUID job, int version, long revision, String appliesTo, String test, String countedSection) {
        return """
                {"jobId": "%s", "version": %d, "revision": %d, "status": "OPEN", "title": "Manager", "appliesTo": "%s",
                 "rubric": {"criteria": {}, "gates": [
                   {"id": "right", "type": "MIN_RIGHT", "sections": ["%s"], "atLeast": 70},
                   {"id": "flags", "type": "NO_RED_FLAGS"}]},
                 "test": %s, "interviewQuestions": [], "screeningCriteria": [], "somethingNew": 1}""".formatted(job, version, revision, appliesTo, countedSection, test);
    }

    public static void publishJob(UUID job, String json) {
        TestKafka.publish(
                JOBS,
                job.toString(),
                "dev.plumbline.job.published.v1",
                JOB_SERVICE,
                Ids.next().toString(),
                json);
    }

    public static String lifecycle(UUID application, long revision, String status, UUID job, int rubricVersion) {
        return """
                {"applicationId": "%s", "revision": %d, "status": "%s", "jobId": "%s", "rubricVersion": %d,
                 "externalId": "e-1"}""".formatted(application, revision, status, job, rubricVersion);
    }

    public static void publishApplication(UUID application, String fact, String json) {
        TestKafka.publish(
                APPLICATIONS,
                application.toString(),
                "dev.plumbline.application." + fact + ".v1",
                JOB_SERVICE,
                Ids.next().toString(),
                json);
    }

    public static void awaitConsumed() {
        TestKafka.awaitNoLag(SERVICE, JOBS);
        TestKafka.awaitNoLag(SERVICE, APPLICATIONS);
    }

    /** The section-scored events of an application, once they meet a condition. */
    public static List<ReceivedEvent> scored(UUID application, Predicate<List<ReceivedEvent>> condition) {
        try (TopicReader reader = TestKafka.reader(ASSESSMENTS)) {
            return of(application, reader.await(all -> condition.test(of(application, all))));
        }
    }

    /** The data of the last event of a section, once its revision is at least this. */
    public static JsonNode lastOf(UUID application, String section, long revision) {
        return scored(
                        application,
                        all -> all.stream()
                                .anyMatch(event -> isOf(event, section)
                                        && event.data().path("revision").longValue() >= revision))
                .stream()
                .filter(event -> isOf(event, section))
                .toList()
                .getLast()
                .data();
    }

    private static boolean isOf(ReceivedEvent event, String section) {
        return event.data().path("section").asText().equals(section);
    }

    private static List<ReceivedEvent> of(UUID application, List<ReceivedEvent> all) {
        return all.stream()
                .filter(event -> event.key().equals(application.toString()))
                .toList();
    }
}
