package dev.plumbline.interview.app;

import dev.plumbline.interview.domain.RedFlagState;
import dev.plumbline.kit.problem.ApiError;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.Problem;
import java.util.List;
import java.util.UUID;

/** What this service refuses beyond what every service does. */
public sealed interface InterviewError extends ApiError {
    /** The application, or the job version it is judged under, has not arrived here yet. */
    record ApplicationNotYetKnown(UUID application) implements InterviewError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                            "application-not-yet-known",
                            "The application is not known here yet",
                            "Application " + application
                                    + " or its job's rubric has not arrived here yet. Try again shortly.")
                    .retryAfter(1);
        }
    }

    /** No one is invited to an interview about an application that was withdrawn. */
    record ApplicationWithdrawn(UUID application) implements InterviewError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "application-withdrawn",
                    "The application is withdrawn",
                    "Application " + application
                            + " is withdrawn: no interview is set up or moved until it is reinstated."
                            + " What was asked before can still be rated.");
        }
    }

    /** The candidate's data was erased; the file is closed. */
    record CandidateErased(UUID application) implements InterviewError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "candidate-erased",
                    "The candidate's data was erased",
                    "The candidate of application " + application
                            + " was erased: nothing new about the person is taken."
                            + " An interview can still be cancelled.");
        }
    }

    /** The interview was called off. */
    record InterviewCancelled(UUID interview) implements InterviewError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "interview-cancelled",
                    "The interview is cancelled",
                    "Interview " + interview + " is cancelled: what was rated in it stays, and nothing else changes.");
        }
    }

    /** The form cannot be handed in with questions unanswered; every one is listed. */
    record FormIncomplete(List<String> missing) implements InterviewError {
        public FormIncomplete {
            missing = List.copyOf(missing);
        }

        @Override
        public Problem problem() {
            List<Fault> errors = missing.stream()
                    .map(question -> new Fault("/ratings/" + question, "is not yet answered"))
                    .toList();
            String detail = "Rate every question first, or answer null where one was not asked. Not yet answered: "
                    + String.join(", ", missing) + ".";
            return Problem.conflict("form-incomplete", "The form is not complete", detail)
                    .withErrors(errors);
        }
    }

    /** Who was shown what others said judges the same thing no more; every one of them is listed. */
    record OthersSeenFirst(String detail, List<Fault> errors) implements InterviewError {
        public OthersSeenFirst {
            errors = List.copyOf(errors);
        }

        @Override
        public Problem problem() {
            return Problem.conflict("others-seen", "Others' judgements were seen first", detail)
                    .withErrors(errors);
        }
    }

    /** Whoever raised a flag cannot rule on it. */
    record OwnRedFlag(UUID redFlag) implements InterviewError {
        @Override
        public Problem problem() {
            return new Problem(
                    403,
                    "own-red-flag",
                    "Another person has to rule on this red flag",
                    "You raised red flag " + redFlag + ": a hiring manager who did not raise it rules on it.");
        }
    }

    /** The flag's state does not allow the ruling. */
    record RedFlagInAnotherState(UUID redFlag, RedFlagState state) implements InterviewError {
        @Override
        public Problem problem() {
            String way = switch (state) {
                case RAISED -> "it can be confirmed or dismissed";
                case CONFIRMED, DISMISSED -> "reopen it to have it ruled anew";
            };
            return Problem.conflict(
                    "red-flag-state",
                    "The red flag's state does not allow this",
                    "Red flag " + redFlag + " is " + state + ": " + way + ".");
        }
    }
}
