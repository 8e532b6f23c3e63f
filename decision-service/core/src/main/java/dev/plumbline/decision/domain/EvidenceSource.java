package dev.plumbline.decision.domain;

/** Where the score of a leaf comes from. */
public sealed interface EvidenceSource {

    /** A section of the assessment test. */
    record AssessmentSection(String section) implements EvidenceSource {

        /** @throws IllegalArgumentException if the section's id is blank */
        public AssessmentSection {
            Ids.require(section, "section");
        }
    }

    /**
     * A question of the interview, rated by the panel.
     *
     * @param minRaters how many ratings are needed at least, 1 or more
     */
    record InterviewQuestion(String question, int minRaters) implements EvidenceSource {

        /** What holds where a rubric names no {@code minRaters}. */
        public static final int DEFAULT_MIN_RATERS = 1;

        /** @throws IllegalArgumentException if the question's id is blank or fewer than one rater is asked for */
        public InterviewQuestion {
            Ids.require(question, "question");
            if (minRaters < 1) {
                throw new IllegalArgumentException("minRaters is at least 1");
            }
        }
    }
}
