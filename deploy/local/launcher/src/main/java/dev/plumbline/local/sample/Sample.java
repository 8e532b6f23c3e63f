package dev.plumbline.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays the stories. Every step looks first whether it was done before, so that playing again on kept data, also after
 * a play that was cut short, completes what is missing and doubles nothing.
 */
public final class Sample {
    private final JobDesk jobs;
    private final AssessmentDesk assessments;
    private final InterviewDesk interviews;
    private final DecisionDesk decisions;
    private final List<Story> stories;

    /** A sample of these stories. */
    public Sample(Api api, List<Story> stories) {
        this.jobs = new JobDesk(api);
        this.assessments = new AssessmentDesk(api);
        this.interviews = new InterviewDesk(api);
        this.decisions = new DecisionDesk(api);
        this.stories = List.copyOf(stories);
    }

    /** The candidates' names by their applications' external ids. */
    public static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        Stories.all().forEach(story -> names.put(story.externalId(), story.name()));
        return names;
    }

    /** Whether all of these candidates have applied before. */
    public boolean wasPlayed() {
        Optional<JsonNode> job = jobs.find();
        return job.isPresent()
                && stories.stream()
                        .allMatch(story ->
                                jobs.find(job.get().get("id").asText(), story).isPresent());
    }

    /**
     * Plays every story to its end.
     *
     * @return the application of each story, by external id
     * @throws dev.plumbline.local.LocalFailure if a call is refused or a decision is not the one that the story tells
     */
    public Map<String, String> play() {
        JsonNode job = jobs.find().orElseGet(jobs::draft);
        jobs.publish(job);
        String jobId = job.get("id").asText();
        List<String> questions = jobs.questions(jobId);
        List<Scene> scenes = stories.stream()
                .map(story -> new Scene(jobId, questions, story, jobs.apply(jobId, story)))
                .toList();
        Map<String, String> applications = new LinkedHashMap<>();
        for (Scene scene : scenes) {
            applications.put(scene.story().externalId(), scene.application());
            scene.story().steps().forEach(step -> play(scene, step));
            scene.story().outcome().ifPresent(outcome -> decisions.awaitNow(scene.application(), outcome));
        }
        return applications;
    }

    /** The current decision on an application, as the decision-service answers it. */
    public JsonNode decision(String application) {
        return decisions.now(application);
    }

    private record Scene(String job, List<String> questions, Story story, String application) {}

    private void play(Scene scene, Step step) {
        String application = scene.application();
        switch (step) {
            case Step.TakesTest it -> assessments.take(application, it);
            case Step.SectionDelivered it -> assessments.deliver(application, it);
            case Step.CommunicationDelivered it -> assessments.deliver(application, it);
            case Step.InterviewPlanned it -> interviews.plan(application, it.panel(), scene.questions());
            case Step.FormHandedIn it -> interviews.handIn(application, it);
            case Step.RatingCorrected it -> interviews.correct(application, it);
            case Step.Attested it -> interviews.attest(application, it);
            case Step.FlagRaised it -> interviews.raise(application, it);
            case Step.FlagRuled it -> interviews.rule(application, it);
            case Step.Withdraws ignored -> {
                jobs.withdraw(scene.job(), scene.story());
                decisions.awaitWithdrawn(application);
            }
            case Step.Decided it -> decisions.awaitAtSomeTime(application, it.recommendation());
            case Step.VerdictGiven it -> decisions.decide(application, it);
        }
    }
}
