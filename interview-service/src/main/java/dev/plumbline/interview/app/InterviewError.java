package dev.plumbline.interview.app;

import dev.plumbline.interview.domain.RedFlagState;
import dev.plumbline.kit.problem.ApiError;
import dev.plumbline.kit.problem.Fault;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service refuses beyond what every service does. */
public sealed interface InterviewError extends ApiError {
    /** A conflict with the present state, which most of these are. */
    @Override
    default int status() {
        return 409;
    }

    /** The application, or the job version it is judged under, has not arrived here yet. */
    record ApplicationNotYetKnown(UUID application) implements InterviewError {
        @Override
        public String slug() {
            return "application-not-yet-known";
        }

        @Override
        public String title() {
            return "The application is not known here yet";
        }

        @Override
        public String detail() {
            return "Application " + application + " or its job's rubric has not arrived here yet. Try again shortly.";
        }

        @Override
        public @Nullable Integer retryAfterSeconds() {
            return 1;
        }
    }

    /** No one is invited to an interview about an application that was withdrawn. */
    record ApplicationWithdrawn(UUID application) implements InterviewError {
        @Override
        public String slug() {
            return "application-withdrawn";
        }

        @Override
        public String title() {
            return "The application is withdrawn";
        }

        @Override
        public String detail() {
            return "Application " + application
                    + " is withdrawn: no interview is set up or moved until it is reinstated."
                    + " What was asked before can still be rated.";
        }
    }

    /** The candidate's data was erased; the file is closed. */
    record CandidateErased(UUID application) implements InterviewError {
        @Override
        public String slug() {
            return "candidate-erased";
        }

        @Override
        public String title() {
            return "The candidate's data was erased";
        }

        @Override
        public String detail() {
            return "The candidate of application " + application + " was erased: nothing new about the person is taken."
                    + " An interview can still be cancelled.";
        }
    }

    /** The interview was called off. */
    record InterviewCancelled(UUID interview) implements InterviewError {
        @Override
        public String slug() {
            return "interview-cancelled";
        }

        @Override
        public String title() {
            return "The interview is cancelled";
        }

        @Override
        public String detail() {
            return "Interview " + interview + " is cancelled: what was rated in it stays, and nothing else changes.";
        }
    }

    /** The form cannot be handed in with questions unanswered; every one is listed. */
    record FormIncomplete(List<String> missing) implements InterviewError {
        public FormIncomplete {
            missing = List.copyOf(missing);
        }

        @Override
        public String slug() {
            return "form-incomplete";
        }

        @Override
        public String title() {
            return "The form is not complete";
        }

        @Override
        public String detail() {
            return "Rate every question first, or answer null where one was not asked. Not yet answered: "
                    + String.join(", ", missing) + ".";
        }

        @Override
        public List<Fault> errors() {
            return missing.stream()
                    .map(question -> new Fault("/ratings/" + question, "is not yet answered"))
                    .toList();
        }
    }

    /** Who was shown what others said judges the same thing no more; every one of them is listed. */
    record OthersSeenFirst(String detail, List<Fault> errors) implements InterviewError {
        public OthersSeenFirst {
            errors = List.copyOf(errors);
        }

        @Override
        public String slug() {
            return "others-seen";
        }

        @Override
        public String title() {
            return "Others' judgements were seen first";
        }
    }

    /** Whoever raised a flag cannot rule on it. */
    record OwnRedFlag(UUID redFlag) implements InterviewError {
        @Override
        public String slug() {
            return "own-red-flag";
        }

        @Override
        public String title() {
            return "Another person has to rule on this red flag";
        }

        @Override
        public int status() {
            return 403;
        }

        @Override
        public String detail() {
            return "You raised red flag " + redFlag + ": a hiring manager who did not raise it rules on it.";
        }
    }

    /** The flag's state does not allow the ruling. */
    record RedFlagInAnotherState(UUID redFlag, RedFlagState state) implements InterviewError {
        @Override
        public String slug() {
            return "red-flag-state";
        }

        @Override
        public String title() {
            return "The red flag's state does not allow this";
        }

        @Override
        public String detail() {
            String way = switch (state) {
                case RAISED -> "it can be confirmed or dismissed";
                case CONFIRMED, DISMISSED -> "reopen it to have it ruled anew";
            };
            return "Red flag " + redFlag + " is " + state + ": " + way + ".";
        }
    }
}
