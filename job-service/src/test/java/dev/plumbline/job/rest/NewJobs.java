package dev.plumbline.job.rest;

import static org.hamcrest.Matchers.equalTo;

import dev.plumbline.job.Stage;
import io.restassured.response.ValidatableResponse;
import java.util.List;

/** New jobs as recruiters send them. */
final class NewJobs {
    private NewJobs() {}

    /** Sends a new job. */
    static ValidatableResponse post(String body) {
        return Stage.recruiter().body(body).post("/v1/jobs").then();
    }

    /** Sends a new job that is a tailored template. */
    static ValidatableResponse tailored(String tailoring) {
        return post("{\"template\": \"medical-office-manager\", \"tailoring\": " + tailoring + "}");
    }

    /** Where the faults are of a job that was refused. */
    static List<String> pointers(ValidatableResponse refused) {
        return refused.statusCode(422)
                .body("type", equalTo("/problems/invalid-content"))
                .extract()
                .path("errors.pointer");
    }
}
