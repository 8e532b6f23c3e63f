package dev.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.e2e.Http.Answer;
import dev.plumbline.local.platform.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One candidate's way through all four services, with the platform's own test and kit. */
@ExtendWith(WholePlatform.class)
class MainFlowTest {
    private final Platform platform;

    MainFlowTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_strong_candidate_is_advanced_and_hired(@TempDir Path folder) {
        Clinic clinic = Clinic.open(platform);
        Decisions decisions = new Decisions(platform);
        String application = clinic.apply(true);
        decisions.awaitEqual(clinic.ledger());
        assertThat(decisions.current(application).get("recommendation").asText())
                .isEqualTo("PENDING");

        takeTest(application);
        rateWrittenAnswers(application);
        readSectionsInto(clinic.ledger(), application);
        String interview = clinic.interview(application, List.of("interviewer", "interviewer-2"));
        clinic.rateAll(application, interview, "interviewer", 5);
        clinic.rateAll(application, interview, "interviewer-2", 4);
        clinic.attest(application, "interviewer", true);
        clinic.attest(application, "assessor", true);

        decisions.awaitEqual(clinic.ledger());
        JsonNode decision = decisions.current(application);
        assertThat(decision.get("recommendation").asText()).isEqualTo("ADVANCE");
        assertThat(decision.get("complete").asBoolean()).isTrue();
        hire(application, decision.get("number").asLong());
        decisions.checkPublished(clinic.ledger());
        Certificates.byTheProgram(platform, folder)
                .checkAll(application, decision.get("number").asLong());
    }

    private void takeTest(String application) {
        JsonNode keyed = platform.as("recruiter", Service.ASSESSMENT)
                .get("/v1/tests/" + Clinic.TEST + "/versions/1")
                .expect(200)
                .json();
        Map<String, JsonNode> items = new HashMap<>();
        keyed.get("sections")
                .forEach(s -> s.get("items").forEach(i -> items.put(i.get("id").asText(), i)));
        Answer[] invited = new Answer[1];
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            invited[0] = platform.as("recruiter", Service.ASSESSMENT)
                    .post("/v1/applications/" + application + "/sessions", "{}");
            return invited[0].isAccepted();
        });
        JsonNode session = invited[0].json();
        Http candidate = platform.withBearer(session.get("secret").asText(), Service.ASSESSMENT);
        String path = "/v1/sessions/" + session.get("id").asText();
        JsonNode sitting = candidate.get(path).expect(200).json();
        assertThat(sitting.toString()).as("no key reaches the candidate").doesNotContain("\"key\"");
        for (JsonNode section : sitting.get("sections")) {
            for (JsonNode item : section.get("items")) {
                String id = item.get("id").asText();
                Answer answer = candidate.put(
                        path + "/answers/" + id,
                        answerTo(Objects.requireNonNull(items.get(id))).toString());
                assertThat(answer.isAccepted()).as(answer.body()).isTrue();
            }
        }
        assertThat(candidate.post(path + "/submit", "{}").isAccepted()).isTrue();
    }

    private static ObjectNode answerTo(JsonNode item) {
        ObjectNode answer = Http.JSON.createObjectNode();
        switch (item.get("type").asText()) {
            case "WRITTEN" -> answer.put("text", "I would listen first, apologize, and call back the same day.");
            case "NUMERIC" -> answer.set("value", item.get("key").get("value"));
            default -> answer.set("selected", item.get("key"));
        }
        return answer;
    }

    /** Both assessors rate what waits, whosever it is: they are not told. */
    private void rateWrittenAnswers(String application) {
        Set<String> rated = new HashSet<>();
        for (String rater : List.of("assessor", "assessor-2")) {
            Http assessor = platform.as(rater, Service.ASSESSMENT);
            JsonNode waiting = assessor.get("/v1/written-answers?status=waiting&limit=500")
                    .expect(200)
                    .json()
                    .get("items");
            for (JsonNode answer : waiting) {
                ObjectNode ratings = Http.JSON.createObjectNode();
                ObjectNode marks = ratings.putObject("ratings");
                answer.get("criteria").forEach(c -> marks.put(c.get("id").asText(), 4));
                assessor.put("/v1/written-answers/" + answer.get("id").asText() + "/ratings/mine", ratings.toString())
                        .expect(200);
                rated.add(answer.get("id").asText());
            }
        }
        assertThat(rated).as("written answers of " + application).hasSizeGreaterThanOrEqualTo(2);
    }

    /** The figures of every section, as the assessment-service answers them. */
    private void readSectionsInto(Ledger ledger, String application) {
        JsonNode sections = platform.as("recruiter", Service.ASSESSMENT)
                .get("/v1/applications/" + application + "/assessment")
                .expect(200)
                .json()
                .get("sections");
        for (JsonNode section : sections) {
            ObjectNode result = Http.JSON.createObjectNode();
            for (String field : List.of("earned", "possible", "pending", "questions")) {
                if (section.hasNonNull(field)) {
                    result.set(field, section.get(field));
                }
            }
            ledger.section(application, section.get("section").asText(), result);
        }
    }

    private void hire(String application, long number) {
        Http manager = platform.as("hiring-manager", Service.DECISION);
        String path = "/v1/applications/" + application + "/verdict";
        String verdict = "{\"verdict\": \"HIRE\", \"reason\": \"Strong on every count.\", \"decisionNumber\": %d}";
        manager.put(path, verdict.formatted(number - 1)).expect(409);
        assertThat(manager.put(path, verdict.formatted(number)).isAccepted()).isTrue();
        Awaitility.await()
                .until(() -> platform.topics().read(Topics.DECISIONS).stream()
                        .anyMatch(r -> application.equals(r.key())
                                && Topics.header(r, "ce_type").equals("dev.plumbline.decision.verdict-recorded.v1")));
    }
}
