package dev.plumbline.local.sample;

import static dev.plumbline.local.platform.Service.JOB;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.local.LocalFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The recruiter's side: one published job, and the applications to it. */
final class JobDesk {
    static final String TITLE = "Medical Office Manager, Elm Street Clinic";

    private static final String TEMPLATE = "medical-office-manager";

    private final Person recruiter;

    JobDesk(Api api) {
        this.recruiter = api.as("recruiter");
    }

    /** The sample's job, if it was drafted before. */
    Optional<JsonNode> find() {
        return recruiter.list(JOB, "/v1/jobs").stream()
                .filter(job -> job.path("title").asText().equals(TITLE))
                .findFirst();
    }

    /** Drafts it from the template. */
    JsonNode draft() {
        return recruiter.create(
                JOB, "/v1/jobs", Map.of("template", TEMPLATE, "tailoring", Map.of("title", TITLE)), "sample-job");
    }

    /** Publishes it unless it is; the test that it uses may have to become known first. */
    void publish(JsonNode job) {
        if (job.hasNonNull("publishedVersion")) {
            return;
        }
        String id = job.get("id").asText();
        recruiter.create(
                JOB, "/v1/jobs/" + id + "/publish", Map.of("appliesTo", "NEW_APPLICATIONS"), "sample-publish-" + id);
    }

    /** Ids of the job's interview questions, in their order. */
    List<String> questions(String jobId) {
        JsonNode questions = recruiter.get(JOB, "/v1/jobs/" + jobId).path("interviewQuestions");
        return StreamSupport.stream(questions.spliterator(), false)
                .map(question -> question.get("id").asText())
                .toList();
    }

    /** The story's application, submitted if it was not before. */
    String apply(String jobId, Story story) {
        Optional<JsonNode> before = find(jobId, story);
        JsonNode application = before.orElseGet(() -> recruiter.create(
                JOB,
                "/v1/jobs/" + jobId + "/applications",
                Map.of(
                        "externalId", story.externalId(),
                        "candidate", Map.of("name", story.name(), "email", story.email()),
                        "screening", screening(story)),
                story.externalId() + "-" + jobId));
        return application.get("id").asText();
    }

    Optional<JsonNode> find(String jobId, Story story) {
        return recruiter
                .list(JOB, "/v1/applications?jobId=" + jobId + "&externalId=" + Api.encode(story.externalId()))
                .stream()
                .findFirst();
    }

    void withdraw(String jobId, Story story) {
        JsonNode application = find(jobId, story)
                .orElseThrow(() -> new LocalFailure("The application of " + story.name() + " is gone."));
        if (!application.path("status").asText().equals("WITHDRAWN")) {
            recruiter.act(JOB, "/v1/applications/" + application.get("id").asText() + "/withdraw");
        }
    }

    private static List<Map<String, Object>> screening(Story story) {
        return List.of(
                Map.of("criterion", "work-authorization", "met", true),
                Map.of("criterion", "federal-program-eligibility", "met", true),
                Map.of("criterion", "on-site-availability", "met", story.onSite()),
                Map.of("criterion", "office-experience", "met", true),
                Map.of("criterion", "system-experience", "met", true));
    }
}
