package dev.plumbline.assessment;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** What a refusal looks like. */
public final class Problems {

    private Problems() {}

    public static ValidatableResponse problem(Response response, int status, String slug) {
        return problem(response.then(), status, slug);
    }

    public static ValidatableResponse problem(ValidatableResponse response, int status, String slug) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + slug));
    }
}
