package dev.plumbline.kit.app;

import static io.restassured.RestAssured.given;

import dev.plumbline.kit.testing.Tokens;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Calls about things, and what they send. */
final class ThingCalls {
    private ThingCalls() {}

    /** Calls as Ana, who may make things. */
    static RequestSpecification maker() {
        return given().auth().oauth2(Tokens.of("ana", "maker")).contentType("application/json");
    }

    /** A thing as it is sent. */
    static String thing(String id, String note) {
        return "{\"id\": \"" + id + "\", \"note\": \"" + note + "\"}";
    }

    /** An id that no thing has. */
    static String fresh() {
        return UUID.randomUUID().toString();
    }
}
