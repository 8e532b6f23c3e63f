package dev.plumbline.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.local.platform.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays the stories. Every step looks first whether it was done before, so that a play that was cut short goes on where
 * it was. A story that was played to its end is left alone: what became of its application since is the user's.
 */
public final class Sample {
    private final JobDesk jobs;
    private final AssessmentDesk assessments;
    private final InterviewDesk interviews;
    private final DecisionDesk decisions;
    private final List<Story> stories;
    private final Played played;
    private final Progress progress;

    /**
     * A sample of these stories.
     *
     * @param played whose stories are over already
     * @param progress is told of a story that cannot go on
     */
    public Sample(Api api, List<Story> stories, Played played, Progress progress) {
        this.jobs = new JobDesk(api);
        this.assessments = new AssessmentDesk(api);
        this.interviews = new InterviewDesk(api);
        this.decisions = new DecisionDesk(api);
        this.stories = List.copyOf(stories);
        this.played = played;
        this.progress = progress;
    }

    /** The candidates' names by their applications' external ids. */
    public static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        Stories.all().forEach(story -> names.put(story.externalId(), story.name()));
        return names;
    }

    /** The candidates whose stories are over: names by their applications' external ids. */
    public Map<String, String> over() {
        Map<String, String> over = new HashMap<>();
        jobs.find()
                .map(job -> job.get("id").asText())
                .ifPresent(job -> stories.forEach(story -> {
                    Optional<JsonNode> application = jobs.find(job, story);
                    if (application
                            .filter(it -> played.isOver(it.get("id").asText()))
                            .isPresent()) {
                        over.put(story.externalId(), story.name());
                    }
                }));
        return over;
    }

    /**
     * Plays every story that is not over to its end.
     *
     * @return the applications of the stories that were played
     * @throws dev.plumbline.local.LocalFailure if a call is refused or a decision is not the one that the story tells;
     *     unless the story had begun before, since when somebody may have had a hand in it
     */
    public List<String> play() {
        JsonNode job = jobs.find().orElseGet(jobs::draft);
        jobs.publish(job);
        String jobId = job.get("id").asText();
        List<String> questions = jobs.questions(jobId);
        List<Scene> scenes = stories.stream()
                .map(story -> scene(jobId, questions, story))
                .filter(scene -> !played.isOver(scene.application()))
                .toList();
        scenes.forEach(this::play);
        return scenes.stream().map(Scene::application).toList();
    }

    private Scene scene(String job, List<String> questions, Story story) {
        boolean begun = jobs.find(job, story).isPresent();
        return new Scene(job, questions, story, jobs.apply(job, story), begun);
    }

    private void play(Scene scene) {
        try {
            scene.story().steps().forEach(step -> play(scene, step));
            scene.story().outcome().ifPresent(outcome -> decisions.awaitNow(scene.application(), outcome));
        } catch (Deviation e) {
            if (!scene.begun()) {
                throw e;
            }
            progress.say("  The story of %s ends early, since it is no longer as it was: %s"
                    .formatted(scene.story().name(), e.getMessage()));
        }
        played.over(scene.application());
    }

    /** The current decision on an application, as the decision-service answers it. */
    public JsonNode decision(String application) {
        return decisions.now(application);
    }

    private record Scene(String job, List<String> questions, Story story, String application, boolean begun) {}

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
