package dev.plumbline.local.sample;

import static dev.plumbline.local.platform.Service.INTERVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.local.LocalFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The interview: panels, forms, attestations, red flags. */
final class InterviewDesk {
    private final Api api;
    private final Person recruiter;
    private final Person hiringManager;

    InterviewDesk(Api api) {
        this.api = api;
        this.recruiter = api.as("recruiter");
        this.hiringManager = api.as("hiring-manager");
    }

    void plan(String application, List<String> panel, List<String> questions) {
        if (interview(application).isPresent()) {
            return;
        }
        Instant tomorrow = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(1));
        recruiter.create(
                INTERVIEW,
                "/v1/applications/" + application + "/interviews",
                Map.of(
                        "panel",
                        panel,
                        "questions",
                        questions,
                        "startsAt",
                        tomorrow.toString(),
                        "duration",
                        "PT1H",
                        "zone",
                        "America/New_York"),
                "sample-interview-" + application);
    }

    void handIn(String application, Step.FormHandedIn step) {
        Person rater = api.as(step.rater());
        String path = "/v1/interviews/" + requireInterview(application);
        JsonNode kit = rater.get(INTERVIEW, path);
        if (submitted(kit, step.rater())) {
            return;
        }
        List<String> questions = new ArrayList<>();
        kit.path("questions")
                .forEach(question -> questions.add(question.get("id").asText()));
        for (int i = 0; i < questions.size(); i++) {
            int rating = step.ratings().get(i);
            rater.put(
                    INTERVIEW,
                    path + "/ratings/" + Api.encode(questions.get(i)),
                    rating(rating == 0 ? null : rating, null));
        }
        rater.act(INTERVIEW, path + "/submit");
    }

    void correct(String application, Step.RatingCorrected step) {
        Person rater = api.as(step.rater());
        String path = "/v1/interviews/" + requireInterview(application);
        for (JsonNode given : rater.get(INTERVIEW, path).path("ratings")) {
            boolean same = given.path("rater").asText().equals(step.rater())
                    && given.path("question").asText().equals(step.question())
                    && given.path("rating").asInt() == step.rating();
            if (same) {
                return;
            }
        }
        rater.put(INTERVIEW, path + "/ratings/" + Api.encode(step.question()), rating(step.rating(), step.reason()));
    }

    void attest(String application, Step.Attested step) {
        api.as(step.rater())
                .put(
                        INTERVIEW,
                        "/v1/applications/" + application + "/attestations/communication-baseline",
                        Map.of("met", step.met()));
    }

    void raise(String application, Step.FlagRaised step) {
        if (flag(application).isEmpty()) {
            api.as(step.rater())
                    .create(
                            INTERVIEW,
                            "/v1/applications/" + application + "/red-flags",
                            Map.of("category", step.category(), "note", step.note()),
                            "sample-flag-" + application);
        }
    }

    void rule(String application, Step.FlagRuled step) {
        JsonNode flag = flag(application)
                .orElseThrow(() -> new LocalFailure("Application " + application + " has no red flag to rule on."));
        if (flag.path("state").asText().equals("RAISED")) {
            hiringManager.act(
                    INTERVIEW,
                    "/v1/red-flags/" + flag.get("id").asText() + (step.confirmed() ? "/confirm" : "/dismiss"),
                    Map.of("reason", step.reason()));
        }
    }

    private Optional<JsonNode> flag(String application) {
        return hiringManager.list(INTERVIEW, "/v1/applications/" + application + "/red-flags").stream()
                .findFirst();
    }

    private Optional<String> interview(String application) {
        return recruiter.list(INTERVIEW, "/v1/applications/" + application + "/interviews").stream()
                .map(interview -> interview.get("id").asText())
                .findFirst();
    }

    private String requireInterview(String application) {
        return interview(application)
                .orElseThrow(() -> new LocalFailure("Application " + application + " has no interview."));
    }

    private static boolean submitted(JsonNode kit, String rater) {
        for (JsonNode form : kit.path("forms")) {
            if (form.path("rater").asText().equals(rater)) {
                return form.path("submitted").asBoolean();
            }
        }
        return false;
    }

    private static Map<String, @Nullable Object> rating(@Nullable Integer rating, @Nullable String reason) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("rating", rating);
        if (reason != null) {
            body.put("reason", reason);
        }
        return body;
    }
}
