package dev.plumbline.local.sample;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Something that somebody does in a candidate's story, after which the decision may be another. */
public sealed interface Step {

    /**
     * The candidate takes the test, answers everything, and two assessors rate what was written without knowing whose
     * it is.
     *
     * @param wrong ids of the questions answered wrongly
     * @param letters what the candidate writes, in the order of the written items
     * @param marks each rater's marks, the same for every criterion, by user
     */
    record TakesTest(Set<String> wrong, List<String> letters, Map<String, Integer> marks) implements Step {
        /** Keeps its own copies. */
        public TakesTest {
            wrong = Set.copyOf(wrong);
            letters = List.copyOf(letters);
            marks = Map.copyOf(marks);
        }
    }

    /**
     * Another system delivers a section's result.
     *
     * @param right questions answered rightly, of five worth five points each
     */
    record SectionDelivered(String section, int right) implements Step {}

    /**
     * Another system delivers the result of the communication section.
     *
     * @param earned points of 35: twenty for two written answers, fifteen for three questions
     * @param right questions answered rightly, of three
     */
    record CommunicationDelivered(int earned, int right) implements Step {}

    /** A panel is named for all eight questions. */
    record InterviewPlanned(List<String> panel) implements Step {
        /** Keeps its own copy. */
        public InterviewPlanned {
            panel = List.copyOf(panel);
        }
    }

    /**
     * A panel member fills in and hands in a form.
     *
     * @param ratings one for each question in the job's order; 0 for "not applicable"
     */
    record FormHandedIn(String rater, List<Integer> ratings) implements Step {
        /** Keeps its own copy. */
        public FormHandedIn {
            ratings = List.copyOf(ratings);
        }
    }

    /** A panel member changes a rating that was handed in. */
    record RatingCorrected(String rater, String question, int rating, String reason) implements Step {}

    /** Somebody of the panel says whether the communication meets the baseline. */
    record Attested(String rater, boolean met) implements Step {}

    /** Somebody of the panel raises a red flag. */
    record FlagRaised(String rater, String category, String note) implements Step {}

    /** The hiring manager rules on the candidate's red flag. */
    record FlagRuled(boolean confirmed, String reason) implements Step {}

    /** The candidate is no longer interested. */
    record Withdraws() implements Step {}

    /** The story waits until the decision has come to this recommendation. */
    record Decided(String recommendation) implements Step {}

    /** The hiring manager reads the decision and its explanation and gives a verdict. */
    record VerdictGiven(String verdict, String reason) implements Step {}
}
