package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.Answer;
import dev.plumbline.assessment.domain.Figures;
import dev.plumbline.assessment.domain.Item;
import dev.plumbline.assessment.domain.Marks;
import dev.plumbline.assessment.domain.PublishedTest;
import dev.plumbline.assessment.domain.Scoring;
import dev.plumbline.assessment.domain.Section;
import dev.plumbline.assessment.domain.SectionResult;
import dev.plumbline.assessment.domain.SectionScore;
import dev.plumbline.assessment.domain.Session;
import dev.plumbline.assessment.domain.TestDefinition;
import dev.plumbline.assessment.domain.WrittenAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Ends and scores sessions, in the current transaction, which must hold the application. */
@ApplicationScoped
class SessionScores {

    private final Tests tests;
    private final Sessions sessions;
    private final Answers answers;
    private final WrittenAnswers writtenAnswers;
    private final SectionLedger ledger;

    SessionScores(
            Tests tests, Sessions sessions, Answers answers, WrittenAnswers writtenAnswers, SectionLedger ledger) {
        this.tests = tests;
        this.sessions = sessions;
        this.answers = answers;
        this.writtenAnswers = writtenAnswers;
        this.ledger = ledger;
    }

    /** Ends an open session and scores all of its sections as they stand; written answers go to their raters. */
    Session end(Session session, Session.State how, Instant now) {
        Session ended = session.ended(how, now.truncatedTo(ChronoUnit.MICROS));
        sessions.change(ended);
        Map<String, Answer> given = answers.ofSession(session.id());
        for (Section section : definition(session).sections()) {
            section.items().forEach(item -> handOut(item, section, session, given));
            record(session, Scoring.score(section, given, Map.of()));
        }
        return ended;
    }

    /** Scores one section anew; an unchanged score is no write. */
    SectionResult rescore(Session session, String section) {
        return record(session, score(session, section));
    }

    SectionScore score(Session session, String section) {
        Section scored = definition(session)
                .section(section)
                .orElseThrow(() -> new IllegalStateException("a section that its test does not have: " + section));
        return Scoring.score(scored, answers.ofSession(session.id()), marks(session.id()));
    }

    TestDefinition definition(Session session) {
        return tests.version(session.test())
                .map(PublishedTest::definition)
                .orElseThrow(() -> new IllegalStateException("a session of an unknown test: " + session.id()));
    }

    private SectionResult record(Session session, SectionScore score) {
        return ledger.record(
                session.applicationId(), score.section(), Figures.of(score), score.questions(), session.id());
    }

    private Map<String, List<Marks>> marks(UUID session) {
        return writtenAnswers.ofSession(session).stream()
                .collect(Collectors.toMap(WrittenAnswer::item, WrittenAnswer::marks));
    }

    private void handOut(Item item, Section section, Session session, Map<String, Answer> given) {
        Answer answer = given.get(item.id());
        if (item instanceof Item.Written written && answer != null && !answer.isBlank()) {
            // Not ordered by time: two texts of one person would stand side by side before the rater.
            UUID opaque = UUID.randomUUID();
            writtenAnswers.add(
                    new WrittenAnswer(
                            opaque, session.applicationId(), session.id(), section.id(), item.id(), List.of()),
                    written.raters());
        }
    }
}
