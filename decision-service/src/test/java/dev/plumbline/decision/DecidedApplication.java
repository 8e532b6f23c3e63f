package dev.plumbline.decision;

import dev.plumbline.kit.ids.Ids;
import java.util.UUID;

/** An application that something has been decided on. */
final class DecidedApplication {
    private DecidedApplication() {}

    /** With three decisions, a waiver between the second and the third. */
    static UUID of(UUID job) {
        UUID application = Ids.next();
        Published.send(Published.submitted(application, job, 1));
        Api.awaitNumber(application, 1);
        Published.send(Published.section(application, "hard", 1, 90));
        Api.awaitNumber(application, 2);
        Api.as("hiring-manager")
                .body("{\"node\": \"soft\", \"reason\": \"ACCOMMODATION\"}")
                .post("/v1/applications/{id}/waivers", application)
                .then()
                .statusCode(201);
        return application;
    }
}
