package dev.plumbline.interview.persistence;

import dev.plumbline.interview.app.Interviews;
import dev.plumbline.interview.domain.Interview;
import dev.plumbline.interview.domain.QuestionPanel;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Interviews, panels and forms in PostgreSQL. */
@ApplicationScoped
class StoredInterviews implements Interviews, PanacheRepositoryBase<InterviewEntity, UUID> {
    private static final UUID LOWEST = new UUID(0, 0);

    private final EntityManager entities;

    StoredInterviews(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<UUID> applicationOf(UUID interview) {
        return entities.createQuery("select applicationId from InterviewEntity where id = :id", UUID.class)
                .setParameter("id", interview)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<Interview> find(UUID interview) {
        return findByIdOptional(interview).map(InterviewEntity::toDomain);
    }

    @Override
    public List<Interview> of(UUID application) {
        return toDomain(list("applicationId = ?1 order by id", application));
    }

    @Override
    public void save(Interview interview) {
        entities.merge(InterviewEntity.of(interview));
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Interview> page(UUID application, @Nullable String person, @Nullable UUID after, int limit) {
        String seated = person == null ? "" : "and panel @> array[cast(:person as text)]";
        var query = entities.createNativeQuery(
                        "select * from interview where application_id = :application and id > :after " + seated
                                + " order by id",
                        InterviewEntity.class)
                .setParameter("application", application)
                .setParameter("after", after == null ? LOWEST : after)
                .setMaxResults(limit);
        if (person != null) {
            query.setParameter("person", person);
        }
        return toDomain(query.getResultList());
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Interview> pageOf(String person, Position after, int limit) {
        return toDomain(entities.createNativeQuery("""
                        select * from interview
                        where panel @> array[cast(:person as text)] and (starts_at, id) > (:startsAt, :id)
                        order by starts_at, id""", InterviewEntity.class)
                .setParameter("person", person)
                .setParameter("startsAt", after.startsAt())
                .setParameter("id", after.id())
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public List<QuestionPanel> panelsOf(UUID application) {
        return entities.createQuery(
                        "from QuestionPanelEntity where applicationId = :application", QuestionPanelEntity.class)
                .setParameter("application", application)
                .getResultStream()
                .map(QuestionPanelEntity::toDomain)
                .toList();
    }

    @Override
    public void savePanels(UUID application, Collection<QuestionPanel> changed) {
        changed.forEach(panel -> entities.merge(QuestionPanelEntity.of(application, panel)));
    }

    @Override
    public Map<UUID, Set<String>> submissions(Collection<UUID> interviews) {
        return entities.createQuery(
                        "from FormSubmissionEntity where interviewId in :interviews", FormSubmissionEntity.class)
                .setParameter("interviews", interviews)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> row.interviewId, Collectors.mapping(row -> row.rater, Collectors.toSet())));
    }

    @Override
    public void submit(UUID interview, String rater, Instant at) {
        entities.merge(new FormSubmissionEntity(interview, rater, at));
    }

    private static List<Interview> toDomain(List<InterviewEntity> rows) {
        return rows.stream().map(InterviewEntity::toDomain).toList();
    }
}
