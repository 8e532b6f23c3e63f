package dev.plumbline.decision.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.app.PublishedRubric;
import dev.plumbline.decision.app.Trigger;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.json.CanonicalJson;
import dev.plumbline.decision.json.Digests;
import dev.plumbline.decision.json.Fault;
import dev.plumbline.decision.json.Reading;
import dev.plumbline.decision.json.RubricReader;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.inbox.RejectedEvent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the events of the jobs' topic: published and closed both carry the whole state of a rubric version. */
final class JobEvents {
    private static final Set<String> TYPES = Set.of("dev.plumbline.job.published.v1", "dev.plumbline.job.closed.v1");

    private enum Status {
        OPEN,
        CLOSED
    }

    private enum AppliesTo {
        NEW_APPLICATIONS,
        ALL_OPEN_APPLICATIONS
    }

    private JobEvents() {}

    /**
     * The rubric version that an event tells of; empty where its type is none of these.
     *
     * @throws RejectedEvent where the data is not as the contract says, or the rubric has a fault
     */
    static Optional<PublishedRubric> read(InboundEvent event) {
        if (!TYPES.contains(event.type())) {
            return Optional.empty();
        }
        EventData data = new EventData(event.data());
        JsonNode rubric = data.object("rubric");
        return Optional.of(new PublishedRubric(
                data.subject("jobId", event),
                data.version("version"),
                data.revision("revision"),
                data.oneOf("status", Status.class) == Status.OPEN,
                data.textOrEmpty("title"),
                data.oneOf("appliesTo", AppliesTo.class) == AppliesTo.ALL_OPEN_APPLICATIONS,
                rubric(rubric),
                rubric.toString().getBytes(StandardCharsets.UTF_8),
                digest(event.data()),
                new Trigger(event.id(), event.type(), event.traceparent())));
    }

    /**
     * The job that an event tells of; empty where its type is none of these.
     *
     * @throws RejectedEvent where it is not about a job
     */
    static Optional<UUID> job(InboundEvent event) {
        return TYPES.contains(event.type())
                ? Optional.of(new EventData(event.data()).subject("jobId", event))
                : Optional.empty();
    }

    /** Over all that the event says, also what nobody here knows: it is the content of this revision. */
    private static String digest(JsonNode data) {
        try {
            return Digests.sha256(CanonicalJson.tree(data));
        } catch (IllegalArgumentException e) {
            throw new RejectedEvent("a text has a half of a character, which has no UTF-8");
        }
    }

    private static Rubric rubric(JsonNode json) {
        return switch (RubricReader.readPublished(json, "/rubric")) {
            case Reading.Valid<Rubric>(Rubric rubric) -> rubric;
            case Reading.Invalid<Rubric> invalid ->
                throw new RejectedEvent("the rubric has faults: "
                        + invalid.faults().stream()
                                .map(Fault::pointer)
                                .limit(10)
                                .collect(Collectors.joining(", ")));
        };
    }
}
