package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.Answer;
import dev.plumbline.assessment.domain.Item;
import dev.plumbline.assessment.domain.Session;
import dev.plumbline.assessment.domain.WrittenAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Puts a written answer together with its question and its text. */
@ApplicationScoped
public class WrittenAnswerTexts {

    private final Sessions sessions;
    private final SessionScores scores;
    private final Answers answers;

    WrittenAnswerTexts(Sessions sessions, SessionScores scores, Answers answers) {
        this.sessions = sessions;
        this.scores = scores;
        this.answers = answers;
    }

    /**
     * A written answer as a rater reads it.
     *
     * @param text absent once erased
     */
    public record Reading(
            WrittenAnswer answer,
            Item.Written item,
            @Nullable String text) {

        public boolean isErased() {
            return text == null;
        }
    }

    Reading read(WrittenAnswer answer) {
        Session session = sessions.session(answer.session()).orElseThrow();
        Item.Written item = scores.definition(session)
                .item(answer.item())
                .map(Item.Written.class::cast)
                .orElseThrow();
        String text = answers.ofSession(answer.session()).get(answer.item()) instanceof Answer.Text written
                ? written.text()
                : null;
        return new Reading(answer, item, text);
    }
}
