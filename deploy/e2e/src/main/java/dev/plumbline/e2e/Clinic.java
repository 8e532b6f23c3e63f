package dev.plumbline.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.e2e.Http.Answer;
import dev.plumbline.local.platform.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A clinic that hires its Medical Office Manager: the calls that its people make, and the ledger of what was accepted. */
public final class Clinic {
    /** The test that the job pins. */
    public static final String TEST = "medical-office-manager";
    /** A call about an application may come before the service has heard of it. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Platform platform;
    private final String job;
    private final JsonNode version;
    private final Ledger ledger;

    private Clinic(Platform platform, String job, JsonNode version) {
        this.platform = platform;
        this.job = job;
        this.version = version;
        this.ledger = new Ledger(version.get("rubric"));
    }

    /** Publishes the shipped job. */
    public static Clinic open(Platform platform) {
        Http recruiter = platform.as("recruiter", Service.JOB);
        String job = recruiter
                .post(
                        "/v1/jobs",
                        "{\"template\": \"medical-office-manager\"}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201)
                .id();
        // The test that the job pins is known from an event: publishing waits for it.
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> recruiter
                        .post("/v1/jobs/" + job + "/publish", "{\"appliesTo\": \"NEW_APPLICATIONS\"}")
                        .isAccepted());
        JsonNode version =
                recruiter.get("/v1/jobs/" + job + "/rubrics/1").expect(200).json();
        return new Clinic(platform, job, version);
    }

    /** The id of the job. */
    public String job() {
        return job;
    }

    /** What was accepted. */
    public Ledger ledger() {
        return ledger;
    }

    /** The ids of the interview questions. */
    public List<String> questions() {
        List<String> ids = new ArrayList<>();
        version.get("interviewQuestions").forEach(q -> ids.add(q.get("id").asText()));
        return ids;
    }

    /** The ids of the screening criteria. */
    public List<String> screeningCriteria() {
        List<String> ids = new ArrayList<>();
        version.get("screeningCriteria").forEach(c -> ids.add(c.get("id").asText()));
        return ids;
    }

    /** Someone applies, with every screening criterion met or not. */
    public String apply(boolean screeningMet) {
        ObjectNode body = Http.JSON.createObjectNode().put("externalId", "e2e-" + UUID.randomUUID());
        body.putObject("candidate").put("name", "Robin Example").put("email", "robin@example.org");
        var screening = body.putArray("screening");
        screeningCriteria()
                .forEach(c -> screening.addObject().put("criterion", c).put("met", screeningMet));
        String id = platform.as("integration", Service.JOB)
                .post(
                        "/v1/jobs/" + job + "/applications",
                        body.toString(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201)
                .id();
        ledger.submitted(id);
        screeningCriteria().forEach(c -> ledger.screening(id, c, screeningMet));
        return id;
    }

    /** The screening becomes known anew. */
    public void screen(String application, boolean met) {
        ObjectNode body = Http.JSON.createObjectNode();
        var screening = body.putArray("screening");
        screeningCriteria()
                .forEach(c -> screening.addObject().put("criterion", c).put("met", met));
        Answer answer = platform.as("recruiter", Service.JOB)
                .put("/v1/applications/" + application + "/screening", body.toString());
        if (answer.isAccepted()) {
            screeningCriteria().forEach(c -> ledger.screening(application, c, met));
        } else {
            answer.expect(200);
        }
    }

    /** Another system's result of a section; again until it is accepted, as such systems do. */
    public void score(String application, String section, int earned, int right) {
        Awaitility.await().atMost(PATIENCE).until(() -> tryScore(application, section, earned, right));
    }

    /**
     * The same, once.
     *
     * @return whether it was accepted; if not, the service may have stored it all the same
     * @throws IllegalStateException if it is refused in a way that sending it again does not help
     */
    public boolean tryScore(String application, String section, int earned, int right) {
        ObjectNode body = result(earned, right);
        Optional<Answer> answer = platform.as("integration", Service.ASSESSMENT)
                .tryPut("/v1/applications/" + application + "/sections/" + section, body.toString());
        answer.filter(Answer::isRefused).ifPresent(refused -> {
            throw new IllegalStateException(
                    "%s is refused with %d: %s".formatted(refused.call(), refused.status(), refused.body()));
        });
        boolean isAccepted = answer.map(Answer::isAccepted).orElse(false);
        if (isAccepted) {
            ledger.section(application, section, body);
        }
        return isAccepted;
    }

    /** What another system says of a section. */
    public static ObjectNode result(int earned, int right) {
        ObjectNode body = Http.JSON
                .createObjectNode()
                .put("earned", earned)
                .put("possible", 100)
                .put("pending", 0);
        body.putObject("questions").put("right", right).put("total", 10).put("pending", 0);
        return body;
    }

    /** Invites the panel to ask all questions. */
    public String interview(String application, List<String> panel) {
        ObjectNode body = Http.JSON
                .createObjectNode()
                .put("startsAt", Instant.parse("2030-03-10T15:00:00Z").toString())
                .put("duration", "PT45M")
                .put("zone", "America/New_York");
        panel.forEach(body.putArray("panel")::add);
        questions().forEach(body.putArray("questions")::add);
        Answer answer = untilKnown(() -> platform.as("recruiter", Service.INTERVIEW)
                .post("/v1/applications/" + application + "/interviews", body.toString()));
        questions().forEach(q -> ledger.panel(application, q, panel));
        return answer.expect(201).id();
    }

    /** Someone of the panel rates every question alike and hands the form in. */
    public void rateAll(String application, String interview, String rater, Integer rating) {
        Http interviewer = platform.as(rater, Service.INTERVIEW);
        for (String question : questions()) {
            interviewer
                    .put("/v1/interviews/" + interview + "/ratings/" + question, "{\"rating\": " + rating + "}")
                    .expect(200);
        }
        interviewer.post("/v1/interviews/" + interview + "/submit", "{}").expect(200);
        questions().forEach(q -> ledger.rating(application, q, rater, rating));
    }

    /** Someone says whether communication meets the baseline. */
    public void attest(String application, String rater, boolean met) {
        untilKnown(() -> platform.as(rater, Service.INTERVIEW)
                        .put(
                                "/v1/applications/" + application + "/attestations/communication-baseline",
                                "{\"met\": " + met + "}"))
                .expect(200);
        ledger.attestation(application, "communication-baseline", rater, met);
    }

    /** An assessor raises a red flag on what was written. */
    public String raiseFlag(String application, String category) {
        String id = untilKnown(() -> platform.as("assessor", Service.INTERVIEW)
                        .post("/v1/applications/" + application + "/red-flags", "{\"category\": \"" + category + "\"}"))
                .expect(201)
                .id();
        ledger.redFlag(application, id, category, "RAISED");
        return id;
    }

    /** The hiring manager rules on a red flag. */
    public void rule(String application, String flag, String category, String state) {
        String call = state.equals("CONFIRMED") ? "/confirm" : "/dismiss";
        platform.as("hiring-manager", Service.INTERVIEW)
                .post("/v1/red-flags/" + flag + call, "{\"reason\": \"Looked into with the panel.\"}")
                .expect(200);
        ledger.redFlag(application, flag, category, state);
    }

    private static Answer untilKnown(java.util.function.Supplier<Answer> call) {
        Answer[] last = new Answer[1];
        Awaitility.await().atMost(PATIENCE).until(() -> {
            last[0] = call.get();
            return last[0].status() != 409 || !last[0].body().contains("application-not-yet-known");
        });
        return last[0];
    }
}
