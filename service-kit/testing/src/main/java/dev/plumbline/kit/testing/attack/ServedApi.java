package dev.plumbline.kit.testing.attack;

import static io.restassured.RestAssured.given;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI document of the running application and the check of its answers. To read its schemas takes a while, so
 * all attacks on one application share them.
 *
 * @param text the document as it is served
 */
record ServedApi(String text, ApiDocument document, AnswerCheck check) {
    private static @Nullable ServedApi last;

    /** That of the application that runs now. */
    static synchronized ServedApi now() {
        String text = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (last == null || !last.text.equals(text)) {
            ApiDocument document = new ApiDocument(Json.tree(text));
            last = new ServedApi(text, document, new AnswerCheck(document));
        }
        return Objects.requireNonNull(last);
    }
}
