package dev.plumbline.benchmarks.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Applications of the shipped job, the facts that are in place for each, and an endless stream of scores with random
 * keys. Every score differs from the one before it of the same identity, so that each changes the evidence and moves at
 * least one criterion. The same seed gives the same bytes.
 */
public final class Workload {
    /** In place before scores come: the application, its screening, these sections and ratings. */
    public static final int FACTS_IN_PLACE = 10;

    private static final int RATINGS_IN_PLACE = 2;
    private static final int RATERS = 2;
    private static final int INTERVIEWERS = 6;
    private static final int LOWEST_RATING = 1;
    private static final int HIGHEST_RATING = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ShippedJob job;
    private final SplittableRandom random;
    private final SeededIds eventIds;
    private final UUID jobId;
    private final UUID[] applications;
    private final ScoreLedger ledger;
    private int version = 1;

    /**
     * A new one.
     *
     * @param applications how many, 1 or more
     */
    public Workload(ShippedJob job, int applications, long seed) {
        this.job = job;
        this.random = new SplittableRandom(seed);
        this.eventIds = new SeededIds(random.split());
        SeededIds ids = new SeededIds(random.split());
        this.jobId = ids.next();
        this.applications = new UUID[applications];
        for (int i = 0; i < applications; i++) {
            this.applications[i] = ids.next();
        }
        this.ledger = new ScoreLedger(
                applications, job.sections().size() + job.questions().size() * RATERS);
    }

    /** How many applications there are. */
    public int size() {
        return applications.length;
    }

    /** The id of an application. */
    public UUID application(int index) {
        return applications[index];
    }

    /** The job that all applied for. */
    public UUID jobId() {
        return jobId;
    }

    /** The rubric that they are decided under. */
    public JsonNode rubric() {
        return job.template().required("rubric");
    }

    /** The publication of the job's newest version; that of the first comes before everything. */
    public Event jobPublished() {
        return event(Event.Kind.JOB_PUBLISHED, jobId, job.published(jobId.toString(), version));
    }

    /** The job's next version, whose rubric reaches all open applications. */
    public Event jobPublishedForAll() {
        version++;
        return jobPublished();
    }

    /** The job's newest version, 1 or more. */
    public int version() {
        return version;
    }

    /** The facts that are in place for an application, {@link #FACTS_IN_PLACE} of them, in the order of a process. */
    public List<Event> factsInPlace(int application) {
        List<Event> facts = new ArrayList<>(FACTS_IN_PLACE);
        facts.add(submitted(application));
        facts.add(screened(application));
        int sections = FACTS_IN_PLACE - facts.size() - RATINGS_IN_PLACE;
        for (int section = 0; section < sections; section++) {
            facts.add(score(application, section));
        }
        for (int question = 0; question < RATINGS_IN_PLACE; question++) {
            facts.add(score(application, job.sections().size() + question * RATERS));
        }
        return facts;
    }

    /** A score for a random application: of a random section, or of a random question by one of its raters. */
    public Event nextScore() {
        return score(random.nextInt(applications.length), random.nextInt(ledger.identities()));
    }

    /** Random applications, as {@link #nextScore} picks them. */
    public List<UUID> randomApplications(int count) {
        List<UUID> picked = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            picked.add(applications[random.nextInt(applications.length)]);
        }
        return picked;
    }

    private Event submitted(int application) {
        ObjectNode data = JSON.createObjectNode()
                .put("applicationId", applications[application].toString())
                .put("revision", 1)
                .put("status", "SUBMITTED")
                .put("jobId", jobId.toString())
                .put("rubricVersion", 1)
                .put("externalId", "ats-" + application);
        return event(Event.Kind.SUBMITTED, applications[application], data);
    }

    private Event screened(int application) {
        ObjectNode data = JSON.createObjectNode()
                .put("applicationId", applications[application].toString())
                .put("revision", 1);
        ArrayNode answers = data.putArray("screening");
        job.screening()
                .forEach(criterion ->
                        answers.addObject().put("criterion", criterion).put("met", true));
        return event(Event.Kind.SCREENED, applications[application], data);
    }

    private Event score(int application, int identity) {
        return identity < job.sections().size()
                ? sectionScored(application, identity)
                : questionRated(application, identity);
    }

    private Event sectionScored(int application, int identity) {
        ShippedJob.Section section = job.sections().get(identity);
        int earned = ledger.change(application, identity, 0, section.possible(), random);
        ObjectNode data = JSON.createObjectNode()
                .put("applicationId", applications[application].toString())
                .put("section", section.id())
                .put("revision", ledger.revision(application, identity))
                .put("earned", earned)
                .put("possible", section.possible())
                .put("pending", 0);
        data.putObject("questions")
                .put("right", earned * section.questions() / section.possible())
                .put("total", section.questions())
                .put("pending", 0);
        return event(Event.Kind.SECTION_SCORED, applications[application], data);
    }

    private Event questionRated(int application, int identity) {
        int index = identity - job.sections().size();
        int rating = ledger.change(application, identity, LOWEST_RATING, HIGHEST_RATING, random);
        int rater = (application + index % RATERS) % INTERVIEWERS + 1;
        ObjectNode data = JSON.createObjectNode()
                .put("applicationId", applications[application].toString())
                .put("question", job.questions().get(index / RATERS))
                .put("rater", "interviewer-" + rater)
                .put("revision", ledger.revision(application, identity))
                .put("rating", rating);
        return event(Event.Kind.QUESTION_RATED, applications[application], data);
    }

    private Event event(Event.Kind kind, UUID key, JsonNode data) {
        try {
            return new Event(kind, eventIds.next(), key.toString(), JSON.writeValueAsBytes(data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }
}
