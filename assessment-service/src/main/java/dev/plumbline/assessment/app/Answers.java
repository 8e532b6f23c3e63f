package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.Answer;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Where candidates' answers are kept. */
public interface Answers {

    /** Replaces what was answered before. */
    void put(UUID session, String item, Answer answer, Instant now);

    void remove(UUID session, String item);

    /** By item id. */
    Map<String, Answer> ofSession(UUID session);

    /** Replaces every text written for this application by {@link Answer.Erased}. */
    void eraseTexts(UUID applicationId);
}
