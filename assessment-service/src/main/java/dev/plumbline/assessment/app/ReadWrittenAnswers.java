package dev.plumbline.assessment.app;

import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives raters the written answers to read. Whose they are is never told. */
@ApplicationScoped
public class ReadWrittenAnswers {

    private final WrittenAnswers writtenAnswers;
    private final WrittenAnswerTexts texts;

    ReadWrittenAnswers(WrittenAnswers writtenAnswers, WrittenAnswerTexts texts) {
        this.writtenAnswers = writtenAnswers;
        this.texts = texts;
    }

    @Transactional
    public List<WrittenAnswerTexts.Reading> waitingFor(String person, @Nullable UUID after, int most) {
        return writtenAnswers.waitingFor(person, after, most).stream()
                .map(texts::read)
                .toList();
    }

    @Transactional
    public List<WrittenAnswerTexts.Reading> ratedBy(String person, @Nullable UUID after, int most) {
        return writtenAnswers.ratedBy(person, after, most).stream()
                .map(texts::read)
                .toList();
    }

    /** @throws ProblemException 404 */
    @Transactional
    public WrittenAnswerTexts.Reading one(UUID id) {
        return writtenAnswers
                .writtenAnswer(id)
                .map(texts::read)
                .orElseThrow(() -> new ProblemException(new KitError.NotFound("written answer", id.toString())));
    }
}
