package dev.plumbline.decision.messaging;

import dev.plumbline.decision.app.IncomingFact;
import dev.plumbline.decision.app.Trigger;
import dev.plumbline.decision.domain.Attestation;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.FactContent;
import dev.plumbline.decision.domain.FactIdentity;
import dev.plumbline.decision.domain.FlagCategory;
import dev.plumbline.decision.domain.FlagState;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.Panel;
import dev.plumbline.decision.domain.QuestionCount;
import dev.plumbline.decision.domain.Rating;
import dev.plumbline.decision.domain.RedFlag;
import dev.plumbline.decision.domain.ScreeningAnswer;
import dev.plumbline.decision.domain.ScreeningAnswers;
import dev.plumbline.decision.domain.SectionResult;
import dev.plumbline.decision.domain.Waiver;
import dev.plumbline.decision.domain.WaiverReason;
import dev.plumbline.decision.json.Digests;
import dev.plumbline.kit.inbox.InboundEvent;
import dev.plumbline.kit.inbox.RejectedEvent;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the events that are facts about an application, each type as its owner's contract says. */
final class FactEvents {
    private static final String PREFIX = "dev.plumbline.";

    /**
     * How a type is read.
     *
     * @param identity what the fact is about; all that a tombstone has
     * @param content what it says
     */
    private record Kind(Function<EventData, FactIdentity> identity, Function<EventData, FactContent> content) {}

    private static final Kind LIFECYCLE = new Kind(data -> new FactIdentity.Lifecycle(), FactEvents::lifecycle);

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry(PREFIX + "application.submitted.v1", LIFECYCLE),
            Map.entry(PREFIX + "application.withdrawn.v1", LIFECYCLE),
            Map.entry(PREFIX + "application.reinstated.v1", LIFECYCLE),
            Map.entry(
                    PREFIX + "application.screened.v1",
                    new Kind(data -> new FactIdentity.Screening(), FactEvents::screening)),
            Map.entry(
                    PREFIX + "assessment.section-scored.v1",
                    new Kind(data -> new FactIdentity.Section(data.id("section")), FactEvents::section)),
            Map.entry(
                    PREFIX + "interview.panel-assigned.v1",
                    new Kind(
                            data -> new FactIdentity.Panel(data.id("question")),
                            data -> new Panel(data.id("question"), data.ids("raters")))),
            Map.entry(
                    PREFIX + "interview.question-rated.v1",
                    new Kind(
                            data -> new FactIdentity.Rating(data.id("question"), data.id("rater")),
                            data -> new Rating(data.id("question"), data.id("rater"), data.figureOrNull("rating")))),
            Map.entry(
                    PREFIX + "interview.red-flag-changed.v1",
                    new Kind(data -> new FactIdentity.RedFlag(data.id("redFlagId")), FactEvents::redFlag)),
            Map.entry(
                    PREFIX + "interview.baseline-attested.v1",
                    new Kind(
                            data -> new FactIdentity.Attestation(data.id("gate"), data.id("rater")),
                            data -> new Attestation(data.id("gate"), data.id("rater"), data.truth("met")))),
            Map.entry(
                    PREFIX + "decision.waiver-changed.v1",
                    new Kind(
                            data -> new FactIdentity.Waiver(data.id("node")),
                            data -> new Waiver(data.id("node"), data.oneOf("reason", WaiverReason.class)))));

    private FactEvents() {}

    /**
     * The fact that an event tells; empty where its type is none of a fact.
     *
     * @param position of the event in its batch
     * @throws RejectedEvent where the data is not as the contract says
     */
    static Optional<IncomingFact> read(InboundEvent event, int position) {
        Kind kind = KINDS.get(event.type());
        if (kind == null) {
            return Optional.empty();
        }
        EventData data = new EventData(event.data());
        try {
            FactIdentity identity = kind.identity.apply(data);
            FactContent content = data.truthOrFalse("retracted") ? null : kind.content.apply(data);
            Fact fact = new Fact(identity, data.revision("revision"), content, Digests.fact(content));
            Trigger trigger = new Trigger(event.id(), event.type());
            return Optional.of(new IncomingFact(data.uuid("applicationId"), fact, trigger, position));
        } catch (IllegalArgumentException e) {
            // What the domain refuses; its messages repeat nothing of the content.
            throw new RejectedEvent(String.valueOf(e.getMessage()));
        }
    }

    private static FactContent lifecycle(EventData data) {
        return new Lifecycle(
                data.oneOf("status", Lifecycle.Status.class),
                data.uuid("jobId").toString(),
                data.count("rubricVersion"),
                data.id("externalId"));
    }

    private static FactContent screening(EventData data) {
        return new ScreeningAnswers(
                data.list("screening", row -> new ScreeningAnswer(row.id("criterion"), row.truthOrNull("met"))));
    }

    private static FactContent section(EventData data) {
        return new SectionResult(
                data.id("section"),
                data.figure("earned"),
                data.figure("possible"),
                data.figureOrZero("pending"),
                data.objectOrNull(
                        "questions",
                        questions -> new QuestionCount(
                                questions.count("right"), questions.count("total"), questions.countOrZero("pending"))));
    }

    private static FactContent redFlag(EventData data) {
        return new RedFlag(
                data.id("redFlagId"), data.oneOf("category", FlagCategory.class), data.oneOf("state", FlagState.class));
    }
}
