package dev.plumbline.decision;

import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;

/** Events as the other services publish them: each method makes one record, to be published or played with. */
final class Published {
    static final String JOBS = "plumbline.jobs.v1";
    static final String APPLICATIONS = "plumbline.applications.v1";
    static final String ASSESSMENTS = "plumbline.assessments.v1";
    static final String INTERVIEWS = "plumbline.interviews.v1";
    static final String DECISIONS = "plumbline.decisions.v1";
    static final String DEAD_LETTERS = "plumbline.decision-service.dead-letters.v1";

    private static final String JOB_SERVICE = "/plumbline/job-service";
    private static final String ASSESSMENT_SERVICE = "/plumbline/assessment-service";
    private static final String INTERVIEW_SERVICE = "/plumbline/interview-service";

    private Published() {}

    @SafeVarargs
    static void send(ProducerRecord<String, byte[]>... records) {
        send(List.of(records));
    }

    static void send(List<ProducerRecord<String, byte[]>> records) {
        TestKafka.publish(records);
    }

    /** The id of the event in this record. */
    static String id(ProducerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }

    /** Publishes the first version of a job, and waits until it is known. */
    static void publishJob(UUID job, String rubric) {
        send(job(job, 1, "NEW_APPLICATIONS", rubric));
        Awaitility.await("the job is known")
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        Api.as("auditor").get("/v1/jobs/{id}/decisions", job).statusCode() == 200);
    }

    static ProducerRecord<String, byte[]> job(UUID job, int version, String appliesTo, String rubric) {
        return job(job, version, version, "OPEN", appliesTo, rubric);
    }

    static ProducerRecord<String, byte[]> job(
            UUID job, int version, long revision, String status, String appliesTo, String rubric) {
        String type = status.equals("OPEN") ? "job.published.v1" : "job.closed.v1";
        return event(JOBS, job, type, JOB_SERVICE, """
                {"jobId": "%s", "version": %d, "revision": %d, "status": "%s", "title": "Medical Office Manager",
                 "appliesTo": "%s", "rubric": %s, "test": null, "interviewQuestions": [], "screeningCriteria": []}""".formatted(job, version, revision, status, appliesTo, rubric));
    }

    static ProducerRecord<String, byte[]> submitted(UUID application, UUID job, int rubricVersion) {
        return lifecycle("submitted", application, 1, "SUBMITTED", job, rubricVersion);
    }

    static ProducerRecord<String, byte[]> lifecycle(
            String type, UUID application, long revision, String status, UUID job, int rubricVersion) {
        return event(APPLICATIONS, application, "application." + type + ".v1", JOB_SERVICE, """
                {"applicationId": "%s", "revision": %d, "status": "%s", "jobId": "%s", "rubricVersion": %d,
                 "externalId": "ats-%s"}""".formatted(
                        application, revision, status, job, rubricVersion, tail(application)));
    }

    static ProducerRecord<String, byte[]> screened(UUID application, long revision, String criterion, Object met) {
        return event(APPLICATIONS, application, "application.screened.v1", JOB_SERVICE, """
                {"applicationId": "%s", "revision": %d, "screening": [{"criterion": "%s", "met": %s}]}""".formatted(
                        application, revision, criterion, met));
    }

    static ProducerRecord<String, byte[]> erased(UUID application, long revision) {
        return event(
                APPLICATIONS, application, "application.erased.v1", JOB_SERVICE, """
                {"applicationId": "%s", "revision": %d}""".formatted(application, revision));
    }

    static ProducerRecord<String, byte[]> section(UUID application, String section, long revision, Object earned) {
        return section(application, section, revision, earned, 0);
    }

    static ProducerRecord<String, byte[]> section(
            UUID application, String section, long revision, Object earned, Object pending) {
        return event(ASSESSMENTS, application, "assessment.section-scored.v1", ASSESSMENT_SERVICE, """
                {"applicationId": "%s", "section": "%s", "revision": %d, "earned": %s, "possible": 100, "pending": %s,
                 "questions": {"right": 8, "total": 10, "pending": 0}}""".formatted(
                        application, section, revision, earned, pending));
    }

    static ProducerRecord<String, byte[]> sectionRetracted(UUID application, String section, long revision) {
        return event(ASSESSMENTS, application, "assessment.section-scored.v1", ASSESSMENT_SERVICE, """
                {"applicationId": "%s", "section": "%s", "revision": %d, "retracted": true}""".formatted(
                        application, section, revision));
    }

    static ProducerRecord<String, byte[]> panel(UUID application, String question, long revision, String... raters) {
        return event(INTERVIEWS, application, "interview.panel-assigned.v1", INTERVIEW_SERVICE, """
                {"applicationId": "%s", "question": "%s", "revision": %d, "raters": %s}""".formatted(
                        application, question, revision, quoted(raters)));
    }

    static ProducerRecord<String, byte[]> rated(
            UUID application, String question, String rater, long revision, Object rating) {
        return event(INTERVIEWS, application, "interview.question-rated.v1", INTERVIEW_SERVICE, """
                {"applicationId": "%s", "question": "%s", "rater": "%s", "revision": %d, "rating": %s}""".formatted(
                        application, question, rater, revision, rating));
    }

    static ProducerRecord<String, byte[]> flag(UUID application, String id, long revision, String state) {
        return event(INTERVIEWS, application, "interview.red-flag-changed.v1", INTERVIEW_SERVICE, """
                {"applicationId": "%s", "redFlagId": "%s", "revision": %d, "category": "ETHICAL_LAPSE", "state": "%s"}""".formatted(
                        application, id, revision, state));
    }

    static ProducerRecord<String, byte[]> attested(
            UUID application, String gate, String rater, long revision, boolean met) {
        return event(INTERVIEWS, application, "interview.baseline-attested.v1", INTERVIEW_SERVICE, """
                {"applicationId": "%s", "gate": "%s", "rater": "%s", "revision": %d, "met": %s}""".formatted(
                        application, gate, rater, revision, met));
    }

    /** All that makes the application of {@link Rubrics#CLINIC} strong, but the submission. */
    static List<ProducerRecord<String, byte[]>> strong(UUID application) {
        List<ProducerRecord<String, byte[]>> facts = new ArrayList<>();
        facts.add(section(application, "hard", 1, 90));
        facts.add(section(application, "soft", 1, 85));
        facts.add(panel(application, "billing", 1, "ana", "ben"));
        facts.add(rated(application, "billing", "ana", 1, 4));
        facts.add(rated(application, "billing", "ben", 1, 5));
        facts.add(attested(application, "talk", "ana", 1, true));
        facts.add(screened(application, 1, "work-authorization", true));
        return facts;
    }

    private static ProducerRecord<String, byte[]> event(
            String topic, UUID key, String type, String source, String json) {
        return TestKafka.event(
                topic,
                key.toString(),
                "dev.plumbline." + type,
                source,
                Ids.next().toString(),
                json);
    }

    static String externalId(UUID application) {
        return "ats-" + tail(application);
    }

    private static String tail(UUID application) {
        return application.toString().substring(24);
    }

    private static String quoted(String... texts) {
        return "["
                + String.join(
                        ", ",
                        List.of(texts).stream().map(text -> "\"" + text + "\"").toList()) + "]";
    }
}
