package dev.plumbline.interview.messaging;

import static dev.plumbline.interview.Stage.APPLICATIONS;
import static dev.plumbline.interview.Stage.JOBS;
import static dev.plumbline.interview.Stage.JOB_SERVICE;
import static dev.plumbline.interview.Stage.QUESTIONS;
import static dev.plumbline.interview.Stage.jobVersion;
import static dev.plumbline.interview.Stage.lifecycle;

import dev.plumbline.interview.Stage;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.TestKafka;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An application that is withdrawn and reinstated, its erasure, and a job of two versions that is closed. */
record Story(UUID job, UUID application) {
    private static final String GROUP = "interview-service";

    Story() {
        this(Ids.next(), Ids.next());
    }

    /** What the job-service told, in its order. */
    List<ProducerRecord<String, byte[]>> records() {
        String applications = "dev.plumbline.application.";
        String newer = jobVersion(job, 2, 2, "ALL_OPEN_APPLICATIONS", QUESTIONS);
        return List.of(
                event(
                        JOBS,
                        job,
                        "dev.plumbline.job.published.v1",
                        jobVersion(job, 1, 1, "NEW_APPLICATIONS", QUESTIONS)),
                event(
                        APPLICATIONS,
                        application,
                        applications + "submitted.v1",
                        lifecycle(application, 1, "SUBMITTED", job, 1)),
                event(JOBS, job, "dev.plumbline.job.published.v1", newer),
                event(
                        APPLICATIONS,
                        application,
                        applications + "withdrawn.v1",
                        lifecycle(application, 2, "WITHDRAWN", job, 1)),
                event(JOBS, job, "dev.plumbline.job.closed.v1", newer.replace("\"revision\":2", "\"revision\":3")),
                event(
                        APPLICATIONS,
                        application,
                        applications + "reinstated.v1",
                        lifecycle(application, 3, "SUBMITTED", job, 1)),
                event(APPLICATIONS, application, applications + "erased.v1", Stage.erased(application)),
                event(
                        JOBS,
                        job,
                        "dev.plumbline.job.published.v1",
                        jobVersion(job, 1, 4, "NEW_APPLICATIONS", QUESTIONS)));
    }

    /** What is stored when all of it is taken. */
    String[] end() {
        return new String[] {application + " 3 " + job + " 1 f t", job + " 1 4 f", job + " 2 3 t"};
    }

    static ProducerRecord<String, byte[]> event(String topic, UUID key, String type, String json) {
        return TestKafka.event(
                topic, key.toString(), type, JOB_SERVICE, Ids.next().toString(), json);
    }

    /** Publishes these and waits until the service took them. */
    static void take(List<ProducerRecord<String, byte[]>> records) {
        TestKafka.publish(records);
        TestKafka.awaitNoLag(GROUP, JOBS);
        TestKafka.awaitNoLag(GROUP, APPLICATIONS);
    }

    /** What is stored of the story. */
    List<String> state(AgroalDataSource database) throws SQLException {
        List<String> state = new ArrayList<>(rows(
                database,
                "select concat_ws(' ', id, revision, job_id, rubric_version, withdrawn, erased) from application where id = ?",
                application));
        state.addAll(rows(
                database,
                "select concat_ws(' ', job_id, version, revision, applies_to_all_open) from job_version where job_id = ?",
                job));
        return state;
    }

    private static List<String> rows(AgroalDataSource database, String sql, UUID id) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
        }
        return rows;
    }
}
