package dev.plumbline.assessment.persistence;

import dev.plumbline.assessment.app.SectionResults;
import dev.plumbline.assessment.domain.Figures;
import dev.plumbline.assessment.domain.Questions;
import dev.plumbline.assessment.domain.SectionResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SectionResultStore implements SectionResults {

    private final SectionResultRepository results;

    SectionResultStore(SectionResultRepository results) {
        this.results = results;
    }

    @Override
    public Optional<SectionResult> result(UUID applicationId, String section) {
        return results.findByIdOptional(new SectionResultEntity.Key(applicationId, section))
                .map(SectionResultStore::result);
    }

    @Override
    public List<SectionResult> ofApplication(UUID applicationId) {
        return results.list("applicationId = ?1 order by section", applicationId).stream()
                .map(SectionResultStore::result)
                .toList();
    }

    @Override
    public void put(SectionResult result) {
        SectionResultEntity entity =
                results.findById(new SectionResultEntity.Key(result.applicationId(), result.section()));
        if (entity == null) {
            entity = new SectionResultEntity();
            entity.applicationId = result.applicationId();
            entity.section = result.section();
            copy(result, entity);
            results.persist(entity);
        } else {
            copy(result, entity);
        }
    }

    private static void copy(SectionResult result, SectionResultEntity entity) {
        Questions questions = result.questions();
        entity.revision = result.revision();
        entity.earned = result.figures().earned();
        entity.possible = result.figures().possible();
        entity.pending = result.figures().pending();
        entity.questionsRight = questions == null ? null : questions.right();
        entity.questionsTotal = questions == null ? null : questions.total();
        entity.questionsPending = questions == null ? null : questions.pending();
        entity.sessionId = result.session();
        entity.retracted = result.retracted();
        entity.recordedAt = result.recordedAt();
    }

    private static SectionResult result(SectionResultEntity entity) {
        return new SectionResult(
                entity.applicationId,
                entity.section,
                entity.revision,
                new Figures(entity.earned, entity.possible, entity.pending),
                questions(entity),
                entity.sessionId,
                entity.retracted,
                entity.recordedAt);
    }

    private static @Nullable Questions questions(SectionResultEntity entity) {
        Integer right = entity.questionsRight;
        Integer total = entity.questionsTotal;
        Integer pending = entity.questionsPending;
        return right == null || total == null || pending == null ? null : new Questions(right, total, pending);
    }
}
