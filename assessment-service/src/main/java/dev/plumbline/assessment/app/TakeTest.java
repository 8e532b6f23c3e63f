package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.Answer;
import dev.plumbline.assessment.domain.Item;
import dev.plumbline.assessment.domain.Session;
import dev.plumbline.assessment.domain.TestDefinition;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The candidate's side of a session, whose secret has been checked. */
@ApplicationScoped
public class TakeTest {

    private final HeldSessions held;
    private final Sessions sessions;
    private final SessionScores scores;
    private final Answers answers;
    private final Clock clock;

    TakeTest(HeldSessions held, Sessions sessions, SessionScores scores, Answers answers, Clock clock) {
        this.held = held;
        this.sessions = sessions;
        this.scores = scores;
        this.answers = answers;
        this.clock = clock;
    }

    /** What the candidate sees; once the session has ended, neither questions nor answers. */
    public record Sitting(Session session, TestDefinition test, Map<String, Answer> answers) {}

    /** Looks at the test; the first look starts the clock. */
    @Transactional
    public Sitting open(UUID sessionId) {
        Session session = held.any(sessionId);
        TestDefinition test = scores.definition(session);
        if (session.isOpen() && !session.isOverdue(clock.instant())) {
            session = begun(session, test);
        }
        return sitting(session, test);
    }

    /** The same for who only asks whether it is there: nothing is changed. */
    @Transactional
    public Sitting peek(UUID sessionId) {
        Session session = held.any(sessionId);
        return sitting(session, scores.definition(session));
    }

    private Sitting sitting(Session session, TestDefinition test) {
        return new Sitting(session, test, session.isOpen() ? answers.ofSession(session.id()) : Map.of());
    }

    /**
     * Answers one item; the last answer counts.
     *
     * @param reading makes the answer of what was sent, knowing the item; throws 422
     * @throws ProblemException 404 for an unknown item, 409 when the session has ended
     */
    @Transactional
    public void answer(UUID sessionId, String itemId, Function<Item, Answer> reading) {
        Session session = held.open(sessionId);
        TestDefinition test = scores.definition(session);
        Item item = item(test, itemId);
        Answer answer = reading.apply(item);
        begun(session, test);
        answers.put(sessionId, itemId, answer, now());
    }

    /** Takes an answer back. */
    @Transactional
    public void removeAnswer(UUID sessionId, String itemId) {
        Session session = held.open(sessionId);
        item(scores.definition(session), itemId);
        answers.remove(sessionId, itemId);
    }

    /** Hands the test in; repeated, it says again that it was. */
    @Transactional
    public Session submit(UUID sessionId) {
        Optional<Session> before =
                Optional.of(held.any(sessionId)).filter(session -> session.state() == Session.State.SUBMITTED);
        return before.orElseGet(() -> scores.end(held.open(sessionId), Session.State.SUBMITTED, now()));
    }

    private Session begun(Session session, TestDefinition test) {
        Session begun = session.begun(now(), test.durationMinutes());
        if (!begun.equals(session)) {
            sessions.change(begun);
        }
        return begun;
    }

    private static Item item(TestDefinition test, String id) {
        return test.item(id).orElseThrow(() -> new ProblemException(new KitError.NotFound("item", id)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
