package dev.plumbline.decision.domain.explanation;

import dev.plumbline.decision.domain.Rating;
import dev.plumbline.decision.domain.SectionResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The evidence behind a leaf. */
public sealed interface LeafEvidence {

    /**
     * Of a section of the assessment test.
     *
     * @param result null while there is none
     */
    record Section(String section, @Nullable SectionResult result) implements LeafEvidence {}

    /**
     * Of a question of the interview.
     *
     * @param ratings who rated what, sorted by rater; without those that lie outside the scale
     * @param owedBy the members of the panel who have not answered, sorted
     * @param owed how many ratings are still to come, from the panel or because too few count
     */
    record Question(String question, List<Rating> ratings, List<String> owedBy, int owed) implements LeafEvidence {
        public Question {
            ratings = List.copyOf(ratings);
            owedBy = List.copyOf(owedBy);
        }
    }
}
