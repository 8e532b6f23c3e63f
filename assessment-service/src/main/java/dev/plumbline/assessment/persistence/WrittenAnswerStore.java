package dev.plumbline.assessment.persistence;

import dev.plumbline.assessment.app.WrittenAnswers;
import dev.plumbline.assessment.domain.Marks;
import dev.plumbline.assessment.domain.MarksChange;
import dev.plumbline.assessment.domain.WrittenAnswer;
import dev.plumbline.kit.ids.Ids;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class WrittenAnswerStore implements WrittenAnswers {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final WrittenAnswerRepository answers;
    private final RatingRepository ratings;
    private final RatingChangeRepository changes;
    private final Json json;

    WrittenAnswerStore(
            WrittenAnswerRepository answers, RatingRepository ratings, RatingChangeRepository changes, Json json) {
        this.answers = answers;
        this.ratings = ratings;
        this.changes = changes;
        this.json = json;
    }

    @Override
    public void add(WrittenAnswer answer, int ratersNeeded) {
        WrittenAnswerEntity entity = new WrittenAnswerEntity();
        entity.id = answer.id();
        entity.applicationId = answer.applicationId();
        entity.sessionId = answer.session();
        entity.section = answer.section();
        entity.item = answer.item();
        entity.ratersNeeded = ratersNeeded;
        answers.persist(entity);
    }

    @Override
    public Optional<UUID> applicationOf(UUID id) {
        return answers.find("select w.applicationId from WrittenAnswerEntity w where w.id = ?1", id)
                .project(UUID.class)
                .firstResultOptional();
    }

    @Override
    public Optional<WrittenAnswer> writtenAnswer(UUID id) {
        return withMarks(answers.list("id", id)).stream().findFirst();
    }

    @Override
    public List<WrittenAnswer> ofSession(UUID session) {
        return withMarks(answers.list("sessionId", Sort.by("id"), session));
    }

    @Override
    public void putMarks(UUID id, Marks marks, Instant now) {
        RatingEntity entity = ratings.findById(new RatingEntity.Key(id, marks.rater()));
        boolean isNew = entity == null;
        if (isNew) {
            entity = new RatingEntity();
            entity.writtenAnswerId = id;
            entity.rater = marks.rater();
            answers.findById(id).ratersGiven++;
        }
        entity.ratings = json.write(marks.ratings());
        entity.ratedAt = now;
        if (isNew) {
            ratings.persist(entity);
        }
    }

    @Override
    public void addChange(UUID id, MarksChange change) {
        RatingChangeEntity entity = new RatingChangeEntity();
        entity.id = Ids.next();
        entity.writtenAnswerId = id;
        entity.rater = change.rater();
        entity.ratingsBefore = json.write(change.before().ratings());
        entity.ratingsAfter = json.write(change.after().ratings());
        entity.changedAt = change.at();
        changes.persist(entity);
    }

    @Override
    public Map<UUID, List<MarksChange>> changesOf(UUID session) {
        return changes
                .list(
                        "writtenAnswerId in (select w.id from WrittenAnswerEntity w where w.sessionId = ?1)",
                        Sort.by("id"),
                        session)
                .stream()
                .collect(Collectors.groupingBy(
                        change -> change.writtenAnswerId, Collectors.mapping(this::change, Collectors.toList())));
    }

    private MarksChange change(RatingChangeEntity entity) {
        return new MarksChange(
                new Marks(entity.rater, json.ratings(entity.ratingsBefore)),
                new Marks(entity.rater, json.ratings(entity.ratingsAfter)),
                entity.changedAt);
    }

    @Override
    public List<WrittenAnswer> waitingFor(String person, @Nullable UUID after, int most) {
        return withMarks(answers.find("""
                        from WrittenAnswerEntity w
                        where w.id > ?2 and w.ratersGiven < w.ratersNeeded and not w.erased
                            and exists (select 1 from SectionResultEntity r where r.applicationId = w.applicationId
                                and r.section = w.section and r.sessionId = w.sessionId)
                            and not exists (select 1 from RatingEntity m
                                where m.writtenAnswerId = w.id and m.rater = ?1)
                        order by w.id""", person, after == null ? BEFORE_ALL : after)
                .page(0, most)
                .list());
    }

    @Override
    public List<WrittenAnswer> ratedBy(String person, @Nullable UUID after, int most) {
        return withMarks(answers.find("""
                        from WrittenAnswerEntity w
                        where w.id > ?2 and exists (select 1 from RatingEntity m
                            where m.writtenAnswerId = w.id and m.rater = ?1)
                        order by w.id""", person, after == null ? BEFORE_ALL : after)
                .page(0, most)
                .list());
    }

    private List<WrittenAnswer> withMarks(List<WrittenAnswerEntity> found) {
        Map<UUID, List<RatingEntity>> given = ratings
                .list(
                        "writtenAnswerId in ?1",
                        Sort.by("rater"),
                        found.stream().map(entity -> entity.id).toList())
                .stream()
                .collect(Collectors.groupingBy(rating -> rating.writtenAnswerId));
        return found.stream()
                .map(entity -> new WrittenAnswer(
                        entity.id,
                        entity.applicationId,
                        entity.sessionId,
                        entity.section,
                        entity.item,
                        given.getOrDefault(entity.id, List.of()).stream()
                                .map(rating -> new Marks(rating.rater, json.ratings(rating.ratings)))
                                .toList()))
                .toList();
    }
}
