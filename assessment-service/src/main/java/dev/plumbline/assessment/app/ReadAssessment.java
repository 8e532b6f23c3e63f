package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.Answer;
import dev.plumbline.assessment.domain.ItemScore;
import dev.plumbline.assessment.domain.Marks;
import dev.plumbline.assessment.domain.MarksChange;
import dev.plumbline.assessment.domain.SectionResult;
import dev.plumbline.assessment.domain.Session;
import dev.plumbline.assessment.domain.WrittenAnswer;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads all the scores of an application, item by item where a session gave them. */
@ApplicationScoped
public class ReadAssessment {

    private final ListSessions listSessions;
    private final SectionResults results;
    private final WrittenAnswers writtenAnswers;
    private final Answers answers;
    private final SessionScores scores;

    ReadAssessment(
            ListSessions listSessions,
            SectionResults results,
            WrittenAnswers writtenAnswers,
            Answers answers,
            SessionScores scores) {
        this.listSessions = listSessions;
        this.results = results;
        this.writtenAnswers = writtenAnswers;
        this.answers = answers;
        this.scores = scores;
    }

    /** All there is. */
    public record Assessment(UUID applicationId, List<Session> sessions, List<SectionAssessment> sections) {}

    /**
     * One section's current result.
     *
     * @param items none when the result came from another system
     */
    public record SectionAssessment(SectionResult result, List<ItemAssessment> items) {}

    /** One item's score with what it rests on, and how its marks were changed, oldest change first. */
    public record ItemAssessment(
            ItemScore score, @Nullable Answer answer, List<Marks> marks, List<MarksChange> changes) {}

    /** @throws ProblemException {@link AssessmentError.ApplicationNotYetKnown} */
    @Transactional
    public Assessment read(UUID applicationId) {
        List<Session> sessions = listSessions.list(applicationId);
        return new Assessment(
                applicationId,
                sessions,
                results.ofApplication(applicationId).stream()
                        .filter(result -> !result.retracted())
                        .map(result -> section(result, sessions))
                        .toList());
    }

    /**
     * The same for a person who rates written answers.
     *
     * @throws ProblemException {@link AssessmentError.RateFirst} while an answer of this application waits for them
     */
    @Transactional
    public Assessment readAsRater(UUID applicationId, String person) {
        Assessment assessment = read(applicationId);
        if (isWaitingFor(person, assessment)) {
            throw new ProblemException(new AssessmentError.RateFirst(applicationId));
        }
        return assessment;
    }

    private boolean isWaitingFor(String person, Assessment assessment) {
        return assessment.sections().stream()
                .flatMap(section -> section.items().stream())
                .anyMatch(item -> item.score().outcome() == ItemScore.Outcome.PENDING
                        // What was erased can be rated by no one any more (ADR 44): it waits for nobody.
                        && !(item.answer() instanceof Answer.Erased)
                        && item.marks().stream()
                                .noneMatch(marks -> marks.rater().equals(person)));
    }

    private SectionAssessment section(SectionResult result, List<Session> sessions) {
        return sessions.stream()
                .filter(session -> session.id().equals(result.session()))
                .findFirst()
                .map(session -> new SectionAssessment(result, items(session, result.section())))
                .orElseGet(() -> new SectionAssessment(result, List.of()));
    }

    private List<ItemAssessment> items(Session session, String section) {
        Map<String, Answer> given = answers.ofSession(session.id());
        Map<String, WrittenAnswer> written = writtenAnswers.ofSession(session.id()).stream()
                .collect(Collectors.toMap(WrittenAnswer::item, Function.identity()));
        Map<UUID, List<MarksChange>> changes = writtenAnswers.changesOf(session.id());
        return scores.score(session, section).items().stream()
                .map(score -> item(
                        score,
                        given.get(score.item().id()),
                        written.get(score.item().id()),
                        changes))
                .toList();
    }

    private static ItemAssessment item(
            ItemScore score,
            @Nullable Answer answer,
            @Nullable WrittenAnswer written,
            Map<UUID, List<MarksChange>> changes) {
        return written == null
                ? new ItemAssessment(score, answer, List.of(), List.of())
                : new ItemAssessment(score, answer, written.marks(), changes.getOrDefault(written.id(), List.of()));
    }
}
