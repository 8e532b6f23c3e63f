package dev.plumbline.assessment.persistence;

import dev.plumbline.assessment.app.Sessions;
import dev.plumbline.assessment.domain.Session;
import dev.plumbline.assessment.domain.TestReference;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SessionStore implements Sessions {

    private static final List<Session.State> OPEN = List.of(Session.State.INVITED, Session.State.STARTED);

    private final SessionRepository sessions;

    SessionStore(SessionRepository sessions) {
        this.sessions = sessions;
    }

    @Override
    public void add(Session session) {
        SessionEntity entity = new SessionEntity();
        entity.id = session.id();
        entity.applicationId = session.applicationId();
        entity.testId = session.test().id();
        entity.testVersion = session.test().version();
        entity.timeFactor = session.timeFactor();
        entity.invitedAt = session.invitedAt();
        copy(session, entity);
        sessions.persist(entity);
    }

    @Override
    public void change(Session session) {
        copy(session, sessions.findById(session.id()));
    }

    @Override
    public Optional<Session> session(UUID id) {
        return sessions.findByIdOptional(id).map(SessionStore::session);
    }

    @Override
    public Optional<UUID> applicationOf(UUID session) {
        return sessions.find("select s.applicationId from SessionEntity s where s.id = ?1", session)
                .project(UUID.class)
                .firstResultOptional();
    }

    @Override
    public boolean isOverdue(UUID session, Instant now) {
        return sessions.count("id = ?1 and state in ?2 and expiresAt <= ?3", session, OPEN, now) > 0;
    }

    @Override
    public boolean hasOverdue(UUID applicationId, Instant now) {
        return sessions.count("applicationId = ?1 and state in ?2 and expiresAt <= ?3", applicationId, OPEN, now) > 0;
    }

    @Override
    public Optional<Integer> generationOf(UUID session) {
        return sessions.find("select s.generation from SessionEntity s where s.id = ?1", session)
                .project(Integer.class)
                .firstResultOptional();
    }

    @Override
    public List<Session> ofApplication(UUID applicationId) {
        return sessions.list("applicationId", Sort.by("id"), applicationId).stream()
                .map(SessionStore::session)
                .toList();
    }

    @Override
    public List<UUID> overdue(Instant now, int most) {
        return sessions.find(
                        "select s.id from SessionEntity s where s.state in ?1 and s.expiresAt <= ?2"
                                + " order by s.expiresAt, s.id",
                        OPEN,
                        now)
                .project(UUID.class)
                .page(0, most)
                .list();
    }

    private static void copy(Session session, SessionEntity entity) {
        entity.state = session.state();
        entity.generation = session.generation();
        entity.startedAt = session.startedAt();
        entity.expiresAt = session.expiresAt();
        entity.endedAt = session.endedAt();
    }

    private static Session session(SessionEntity entity) {
        return new Session(
                entity.id,
                entity.applicationId,
                new TestReference(entity.testId, entity.testVersion),
                entity.timeFactor,
                entity.state,
                entity.generation,
                entity.invitedAt,
                entity.startedAt,
                entity.expiresAt,
                entity.endedAt);
    }
}
