package dev.plumbline.assessment.persistence;

import dev.plumbline.assessment.app.Answers;
import dev.plumbline.assessment.domain.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class AnswerStore implements Answers {

    private final AnswerRepository answers;
    private final Json json;

    AnswerStore(AnswerRepository answers, Json json) {
        this.answers = answers;
        this.json = json;
    }

    @Override
    public void put(UUID session, String item, Answer answer, Instant now) {
        AnswerEntity entity = answers.findById(new AnswerEntity.Key(session, item));
        boolean isNew = entity == null;
        if (isNew) {
            entity = new AnswerEntity();
            entity.sessionId = session;
            entity.item = item;
        }
        entity.body = json.write(answer);
        entity.answeredAt = now;
        if (isNew) {
            answers.persist(entity);
        }
    }

    @Override
    public void remove(UUID session, String item) {
        answers.deleteById(new AnswerEntity.Key(session, item));
    }

    @Override
    public Map<String, Answer> ofSession(UUID session) {
        return answers.list("sessionId", session).stream()
                .collect(Collectors.toMap(entity -> entity.item, entity -> json.answer(entity.body)));
    }

    @Override
    public void eraseTexts(UUID applicationId) {
        EntityManager manager = answers.getEntityManager();
        manager.createNativeQuery("""
                        update answer set body = ?2
                        from session where session.id = answer.session_id and session.application_id = ?1
                            and answer.body like '{"text":%'""")
                .setParameter(1, applicationId)
                .setParameter(2, json.write(new Answer.Erased()))
                .executeUpdate();
        manager.createNativeQuery("update written_answer set erased = true where application_id = ?1")
                .setParameter(1, applicationId)
                .executeUpdate();
        manager.clear();
    }
}
