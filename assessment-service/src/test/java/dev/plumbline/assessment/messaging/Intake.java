package dev.plumbline.assessment.messaging;

import dev.plumbline.assessment.Scene;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.TestKafka;
import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What the job-service tells of, and what this service makes of it. */
final class Intake {
    /** The test that is shipped with the service. */
    static final String SHIPPED = "{\"id\": \"medical-office-manager\", \"version\": 1}";

    private Intake() {}

    /** A fact about an application, as it is published. */
    static ProducerRecord<String, byte[]> application(UUID id, String fact, String json) {
        return record(Scene.APPLICATIONS, id, "application." + fact, json);
    }

    /** A fact about a job, as it is published. */
    static ProducerRecord<String, byte[]> job(UUID id, String fact, String json) {
        return record(Scene.JOBS, id, "job." + fact, json);
    }

    private static ProducerRecord<String, byte[]> record(String topic, UUID id, String fact, String json) {
        return TestKafka.event(
                topic,
                id.toString(),
                "dev.plumbline." + fact + ".v1",
                Scene.JOB_SERVICE,
                Ids.next().toString(),
                json);
    }

    /** What an invitation of the application is answered with. */
    static int inviteStatus(UUID application) {
        return Scene.as("recruiter")
                .body("{}")
                .post("/v1/applications/" + application + "/sessions")
                .statusCode();
    }

    /** The first column of the rows that a query finds for an id, each on a line. */
    static String row(AgroalDataSource database, String sql, UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, id);
            try (var rows = query.executeQuery()) {
                StringBuilder text = new StringBuilder();
                while (rows.next()) {
                    text.append(rows.getString(1)).append('\n');
                }
                return text.toString();
            }
        }
    }
}
