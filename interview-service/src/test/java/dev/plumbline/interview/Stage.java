package dev.plumbline.interview;

import static io.restassured.RestAssured.given;

import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.TestKafka;
import dev.plumbline.kit.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** Sets the stage: jobs and applications as the job-service tells of them, and people who call the service. */
public final class Stage {
    public static final String JOBS = "plumbline.jobs.v1";
    public static final String APPLICATIONS = "plumbline.applications.v1";
    public static final String JOB_SERVICE = "/plumbline/job-service";
    /** The questions of {@link #publishedJob}; the last has no wording, only a leaf of the rubric. */
    public static final List<String> QUESTIONS = List.of("billing", "upset-patient", "motivation");

    /** For a machine that has much else to do. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    public static final String GATE = "communication-baseline";

    private static final Map<String, UUID> SHARED = new HashMap<>();

    private Stage() {}

    /** What is made when it is first asked for under this name, for tests that leave it as it is. */
    public static synchronized UUID shared(String name, Supplier<UUID> made) {
        UUID known = SHARED.get(name);
        if (known == null) {
            known = made.get();
            SHARED.put(name, known);
        }
        return known;
    }

    /** A published job that no test changes. */
    public static UUID usualJob() {
        return shared("job", Stage::publishedJob);
    }

    /** A published job with the usual rubric, version 1. */
    public static UUID publishedJob() {
        UUID job = Ids.next();
        publishJob(job, jobVersion(job, 1, 1, "NEW_APPLICATIONS", QUESTIONS));
        return job;
    }

    /** An application to the usual job, known to the service. */
    public static UUID application() {
        return application(usualJob());
    }

    /** An application to this job's version 1, known to the service. */
    public static UUID application(UUID job) {
        UUID application = Ids.next();
        publishLifecycle("submitted", lifecycle(application, 1, "SUBMITTED", job, 1), application);
        awaitKnown(application);
        return application;
    }

    /** Waits until the service can work with an application. */
    public static void awaitKnown(UUID application) {
        Awaitility.await("application " + application + " is known")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> as("prober", "assessor")
                        .body("{\"met\":true}")
                        .put("/v1/applications/{id}/attestations/no-such-gate", application)
                        .then()
                        .statusCode(404));
    }

    /** Waits until the service knows that an application is withdrawn. */
    public static void awaitRefusal(UUID application, String slug) {
        Awaitility.await(slug)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> as("recruiter", "recruiter")
                        .body(plan(List.of("ana"), List.of("no-such-question")))
                        .post("/v1/applications/{id}/interviews", application)
                        .then()
                        .statusCode(409)
                        .body("type", org.hamcrest.Matchers.equalTo("/problems/" + slug)));
    }

    public static void publishJob(UUID job, String data) {
        TestKafka.publish(JOBS, job.toString(), "dev.plumbline.job.published.v1", JOB_SERVICE, id(), data);
    }

    /** Publishes {@code application.<kind>.v1}. */
    public static void publishLifecycle(String kind, String data, UUID application) {
        TestKafka.publish(
                APPLICATIONS,
                application.toString(),
                "dev.plumbline.application." + kind + ".v1",
                JOB_SERVICE,
                id(),
                data);
    }

    public static String lifecycle(UUID application, int revision, String status, UUID job, int version) {
        return """
                {"applicationId":"%s","revision":%d,"status":"%s","jobId":"%s","rubricVersion":%d,"externalId":"x-1"}""".formatted(application, revision, status, job, version);
    }

    public static String erased(UUID application) {
        return "{\"applicationId\":\"%s\",\"revision\":1}".formatted(application);
    }

    /** A job version; its rubric has a leaf for each of these questions, which all but the last have a wording for. */
    public static String jobVersion(UUID job, int version, int revision, String appliesTo, List<String> questions) {
        String leaves = questions.stream().map(q -> """
                        {"id":"q-%1$s","name":"Leaf %1$s","weight":10,
                         "evidence":{"type":"INTERVIEW_QUESTION","question":"%1$s","minRaters":2}}""".formatted(q)).collect(Collectors.joining(","));
        String worded = questions.stream()
                .limit(questions.size() - 1)
                .map(q -> """
                        {"id":"%1$s","kind":"STAR","title":"Title %1$s","question":"Wording of %1$s in version %2$d",
                         "looksFor":"Looks","anchors":{"1":"one","2":"two","3":"three","4":"four","5":"five"},
                         "probes":["What exactly?"]}""".formatted(q, version))
                .collect(Collectors.joining(","));
        return """
                {"jobId":"%s","version":%d,"revision":%d,"status":"OPEN","title":"Medical Office Manager","appliesTo":"%s",
                 "rubric":{"ratingScale":{"min":1,"max":5,"mapping":"PROPORTIONAL"},
                  "criteria":{"id":"overall","name":"Overall","children":[
                   {"id":"hard","name":"Hard","weight":50,"evidence":{"type":"ASSESSMENT_SECTION","section":"hard"}},
                   {"id":"interview","name":"Interview","weight":50,"children":[%s]}]},
                  "gates":[{"id":"red-flags","type":"NO_RED_FLAGS"},
                   {"id":"communication-baseline","type":"ATTESTATION","minAttestations":2}],
                  "bands":{"strongAt":80,"failBelow":60}},
                 "test":null,"screeningCriteria":[],"interviewQuestions":[%s]}""".formatted(job, version, revision, appliesTo, leaves, worded);
    }

    /** A request by this person with these roles. */
    public static RequestSpecification as(String person, String... roles) {
        return given().auth().oauth2(Tokens.of(person, roles)).contentType(ContentType.JSON);
    }

    public static RequestSpecification recruiter() {
        return as("recruiter", "recruiter");
    }

    public static RequestSpecification interviewer(String person) {
        return as(person, "interviewer");
    }

    public static RequestSpecification hiringManager() {
        return as("hiring-manager", "hiring-manager");
    }

    public static RequestSpecification auditor() {
        return as("auditor", "auditor");
    }

    public static RequestSpecification assessor() {
        return as("assessor", "assessor");
    }

    /** The body that plans an interview. */
    public static String plan(List<String> panel, List<String> questions) {
        return plan(panel, questions, "2027-03-15T14:30:00Z");
    }

    public static String plan(List<String> panel, List<String> questions, String startsAt) {
        return """
                {"panel":%s,"questions":%s,"startsAt":"%s","duration":"PT45M","zone":"America/New_York"}""".formatted(array(panel), array(questions), startsAt);
    }

    /** Sets an interview up. */
    public static UUID interview(UUID application, List<String> panel, List<String> questions) {
        return UUID.fromString(recruiter()
                .body(plan(panel, questions))
                .post("/v1/applications/{id}/interviews", application)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** Gives an interview another plan, whatever it is now. */
    public static ValidatableResponse change(UUID interview, List<String> panel, List<String> questions) {
        return recruiter()
                .header("If-Match", "*")
                .body(plan(panel, questions))
                .put("/v1/interviews/{id}", interview)
                .then();
    }

    public static ValidatableResponse rate(UUID interview, String person, String question, String body) {
        return interviewer(person)
                .body(body)
                .put("/v1/interviews/{id}/ratings/{question}", interview, question)
                .then();
    }

    public static void rate(UUID interview, String person, String question, int rating) {
        rate(interview, person, question, "{\"rating\":" + rating + "}").statusCode(200);
    }

    public static ValidatableResponse submit(UUID interview, String person) {
        return interviewer(person).post("/v1/interviews/{id}/submit", interview).then();
    }

    /** Rates every one of these questions and hands the form in. */
    public static void hand(UUID interview, String person, List<String> questions, int rating) {
        questions.forEach(question -> rate(interview, person, question, rating));
        submit(interview, person).statusCode(200);
    }

    public static UUID redFlag(UUID application, RequestSpecification by, String note) {
        return UUID.fromString(by.body("{\"category\":\"ETHICAL_LAPSE\",\"note\":\"" + note + "\"}")
                .post("/v1/applications/{id}/red-flags", application)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static String array(List<String> items) {
        return items.stream().map(item -> "\"" + item + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    private static String id() {
        return Ids.next().toString();
    }
}
