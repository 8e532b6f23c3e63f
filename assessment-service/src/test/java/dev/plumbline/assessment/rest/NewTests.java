package dev.plumbline.assessment.rest;

import dev.plumbline.assessment.Scene;
import dev.plumbline.kit.ids.Ids;
import io.restassured.response.ValidatableResponse;

/** New tests as recruiters send them. */
final class NewTests {
    /** The test that is there from the start. */
    static final String SHIPPED = "/v1/tests/medical-office-manager";

    private NewTests() {}

    /** An id that no test has. */
    static String newId() {
        return "t-" + Ids.next();
    }

    /** Sends a new test. */
    static ValidatableResponse create(String body) {
        return Scene.as("recruiter").body(body).post("/v1/tests").then();
    }
}
