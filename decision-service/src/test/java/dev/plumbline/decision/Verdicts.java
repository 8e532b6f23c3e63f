package dev.plumbline.decision;

import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.ReceivedEvent;
import io.restassured.response.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Verdicts on one application, as a hiring manager gives them. */
final class Verdicts {
    static final String PATH = "/v1/applications/{id}/verdict";
    /** Of an override: long enough. */
    static final String REASON = "Two references spoke for her.";

    final UUID job = Ids.next();
    final UUID application = Ids.next();

    /** The number of the decision once all evidence speaks for the candidate. */
    int strong() {
        Published.send(Published.submitted(application, job, 1));
        Published.send(Published.strong(application));
        return Api.awaitRecommendation(application, "ADVANCE").path("number").asInt();
    }

    /** The number of the first decision, which waits for evidence. */
    int pending() {
        Published.send(Published.submitted(application, job, 1));
        return Api.awaitNumber(application, 1).path("number").asInt();
    }

    /** Reads the current decision with its explanation. */
    void read(String sub, String role) {
        Api.asPerson(sub, role)
                .get("/v1/applications/{id}/decision", application)
                .then()
                .statusCode(200);
    }

    /** Gives a verdict, as a hiring manager. */
    Response give(String verdict, @Nullable String reason, int number) {
        String text = reason == null ? "" : "\"reason\": \"" + reason + "\", ";
        return Api.as("hiring-manager")
                .body("{\"verdict\": \"" + verdict + "\", " + text + "\"decisionNumber\": " + number + "}")
                .put(PATH, application);
    }

    /** Whether this is the application's event of a type that has this in its name. */
    boolean isOf(ReceivedEvent event, String type) {
        return event.key().equals(application.toString()) && event.type().contains(type);
    }
}
