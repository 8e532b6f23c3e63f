package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.e2e.Http.Answer;
import dev.plumbline.local.platform.Service;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Puts canaries in wherever the API takes something personal or secret, and where it takes nothing of the kind. */
final class CanaryCalls {
    private final Platform platform;
    private final Clinic clinic;
    private final Canaries canaries;

    CanaryCalls(Platform platform, Clinic clinic, Canaries canaries) {
        this.platform = platform;
        this.clinic = clinic;
        this.canaries = canaries;
    }

    /** A person applies; and tries it in every way that is refused. */
    String apply() {
        Http ats = platform.as("integration", Service.JOB);
        String path = "/v1/jobs/" + clinic.job() + "/applications";
        String id = ats.post(path, application(canaries.of("name")).toString(), "Idempotency-Key", key())
                .expect(201)
                .id();
        String text = application(canaries.of("refused name")).toString();
        List<String> broken = List.of(
                text.substring(0, text.length() - 2),
                text.replace("\"name\"", "\"nickname\""),
                text.replace("\"name\":\"", "\"name\":\"\\u0000"),
                text.replace(
                        "\"name\":\"", "\"name\":\"" + canaries.of("long name").repeat(200)),
                text.replace("\"email\":\"", "\"email\":{\"" + canaries.of("member") + "\":\""));
        for (String body : broken) {
            assertRefused(ats.post(path, body, "Idempotency-Key", key()));
        }
        String again = application(canaries.of("another name"))
                .put("externalId", externalId(ats, id))
                .toString();
        assertRefused(ats.post(path, again, "Idempotency-Key", canaries.of("idempotency key")));
        return id;
    }

    private ObjectNode application(String name) {
        ObjectNode body = Http.JSON.createObjectNode().put("externalId", "e2e-" + UUID.randomUUID());
        body.putObject("candidate").put("name", name).put("email", canaries.of("e-mail") + "@example.org");
        var screening = body.putArray("screening");
        clinic.screeningCriteria()
                .forEach(c -> screening.addObject().put("criterion", c).put("met", true));
        return body;
    }

    private static String externalId(Http ats, String application) {
        return ats.get("/v1/applications/" + application)
                .expect(200)
                .json()
                .get("externalId")
                .asText();
    }

    /** The candidate takes the test with a secret, and shows it where it opens nothing. */
    void sit(String application) {
        Answer[] invited = new Answer[1];
        Awaitility.await().until(() -> {
            invited[0] = platform.as("recruiter", Service.ASSESSMENT)
                    .post("/v1/applications/" + application + "/sessions", "{}");
            return invited[0].isAccepted();
        });
        JsonNode session = invited[0].json();
        String secret = canaries.add("session secret", session.get("secret").asText());
        Http candidate = platform.withBearer(secret, Service.ASSESSMENT);
        String path = "/v1/sessions/" + session.get("id").asText();
        for (JsonNode section : candidate.get(path).expect(200).json().get("sections")) {
            for (JsonNode item : section.get("items")) {
                ObjectNode answer = Http.JSON.createObjectNode().put("text", canaries.of("answer"));
                candidate.put(path + "/answers/" + item.get("id").asText(), answer.toString());
            }
        }
        candidate.post(path + "/submit", "{}").expect(200);
        assertRefused(candidate.get("/v1/sessions/" + secret));
        for (Service service : Service.values()) {
            assertRefused(platform.withBearer(secret, service).get("/v1/applications/" + application));
        }
    }

    /** The panel notes what it thinks. */
    void interview(String application) {
        String interview = clinic.interview(application, List.of("interviewer"));
        Http interviewer = platform.as("interviewer", Service.INTERVIEW);
        for (String question : clinic.questions()) {
            interviewer
                    .put(
                            "/v1/interviews/" + interview + "/ratings/" + question,
                            "{\"rating\": 4, \"note\": \"%s\"}".formatted(canaries.of("rating's note")))
                    .expect(200);
        }
        interviewer.post("/v1/interviews/" + interview + "/submit", "{}").expect(200);
        interviewer
                .put(
                        "/v1/applications/" + application + "/attestations/communication-baseline",
                        "{\"met\": true, \"note\": \"%s\"}".formatted(canaries.of("attestation's note")))
                .expect(200);
        String flag = interviewer
                .post(
                        "/v1/applications/" + application + "/red-flags",
                        "{\"category\": \"ETHICAL_LAPSE\", \"note\": \"%s\"}".formatted(canaries.of("flag's note")))
                .expect(201)
                .id();
        platform.as("hiring-manager", Service.INTERVIEW)
                .post("/v1/red-flags/" + flag + "/dismiss", "{\"reason\": \"%s\"}".formatted(canaries.of("ruling")))
                .expect(200);
    }

    /** A verdict with its reason, on the decision that stands. */
    void decide(String application) {
        Http manager = platform.as("hiring-manager", Service.DECISION);
        Awaitility.await().untilAsserted(() -> {
            long number = manager.get("/v1/applications/" + application + "/decision")
                    .expect(200)
                    .json()
                    .get("number")
                    .asLong();
            assertThat(manager.put(
                                    "/v1/applications/" + application + "/verdict",
                                    "{\"verdict\": \"HOLD\", \"reason\": \"%s\", \"decisionNumber\": %d}"
                                            .formatted(canaries.of("verdict's reason"), number))
                            .isAccepted())
                    .isTrue();
        });
    }

    /** A webhook whose URL holds a secret and whose receiver is not there; gives back its path. */
    String register() {
        String url = "http://localhost:1/" + canaries.of("webhook's path") + "?t=" + canaries.of("webhook's query");
        Http owner = platform.as("integration", Service.DECISION);
        JsonNode hook = owner.post(
                        "/v1/webhooks",
                        "{\"url\": \"%s\", \"jobIds\": [\"%s\"]}".formatted(url, clinic.job()),
                        "Idempotency-Key",
                        key())
                .expect(201)
                .json();
        String path = "/v1/webhooks/" + hook.get("id").asText();
        canaries.add("webhook secret", hook.get("secret").asText());
        canaries.add(
                "rotated webhook secret",
                owner.post(path + "/rotate-secret", "{}", "Idempotency-Key", key())
                        .expect(200)
                        .json()
                        .get("secret")
                        .asText());
        return path;
    }

    /** Where nothing personal belongs: in paths, queries, headers, and as a bearer. */
    void stray(Service service) {
        Http auditor = platform.as("auditor", service);
        String stray = canaries.of("stray at " + service.title());
        for (String path : List.of("/v1/" + stray, "/v1/applications/" + stray + "/decision", "/v1/jobs/" + stray)) {
            assertRefused(auditor.get(path + "?" + stray + "=" + stray + "&cursor=" + stray + "&limit=" + stray));
            assertRefused(auditor.put(path, "{\"" + stray, "If-Match", stray, "Idempotency-Key", stray));
        }
        auditor.get("/v1/decision-events", "Last-Event-ID", stray);
        String forged = canaries.add("forged token", platform.token("auditor") + stray);
        for (String bearer : List.of(stray, forged)) {
            assertRefused(platform.withBearer(bearer, service).get("/v1/jobs"));
        }
        canaries.add("token", platform.token("auditor"));
        canaries.add("token", platform.token("integration"));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status())
                .as(answer.call() + " answered " + answer.body())
                .isBetween(400, 499);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
