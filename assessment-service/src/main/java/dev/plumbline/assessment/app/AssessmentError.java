package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.Session;
import dev.plumbline.kit.problem.ApiError;
import dev.plumbline.kit.problem.Problem;
import java.util.Locale;
import java.util.UUID;

/** What can be wrong with a call although its content is valid: all of them states, all answered with 409. */
public sealed interface AssessmentError extends ApiError {

    /** Its facts, or those of its job, are still on their way. */
    record ApplicationNotYetKnown(UUID application) implements AssessmentError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                            "application-not-yet-known",
                            "Application not yet known",
                            "This service has not heard of application " + application
                                    + " and its job yet. Try again shortly.")
                    .retryAfter(1);
        }
    }

    /** Nobody is invited about an application that was withdrawn. */
    record ApplicationWithdrawn(UUID application) implements AssessmentError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "application-withdrawn",
                    "Application withdrawn",
                    "Application " + application + " is withdrawn; it can be invited again once it is reinstated.");
        }
    }

    /** Nobody is invited whose data was erased. */
    record ApplicationErased(UUID application) implements AssessmentError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "application-erased",
                    "Application erased",
                    "The personal data of application " + application + " was erased.");
        }
    }

    /** The id that a new test is to have is taken. */
    record TestExists(String id) implements AssessmentError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "test-exists", "Test exists", "There is a test " + id + " already; change it with PUT.");
        }
    }

    /** Neither the request nor the job says which test is to be taken. */
    record NoTestPinned(UUID application) implements AssessmentError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "no-test-pinned",
                    "No test pinned",
                    "The job of application " + application
                            + " pins no test that is published here; name one in the request.");
        }
    }

    /** An application has one open session at most. */
    record SessionStillOpen(UUID session) implements AssessmentError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "session-still-open",
                    "Session still open",
                    "Session " + session + " of this application is open; cancel it or let it end first.");
        }
    }

    /** A new session, which would replace the scores, was not asked for as a retake. */
    record AlreadyAssessed(UUID application) implements AssessmentError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "already-assessed",
                    "Already assessed",
                    "Application " + application + " has been assessed, and a new session would replace its scores."
                            + " Ask for that with \"retake\": true.");
        }
    }

    /** A session that has ended takes nothing any more. */
    record SessionEnded(UUID session, Session.State state) implements AssessmentError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "session-ended",
                    "Session ended",
                    "Session " + session + " is " + state.name().toLowerCase(Locale.ROOT) + ".");
        }
    }

    /** A written answer takes no more raters than it needs. */
    record FullyRated(UUID writtenAnswer) implements AssessmentError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "fully-rated",
                    "Fully rated",
                    "Written answer " + writtenAnswer + " has all the raters that it needs.");
        }
    }

    /** There is nothing left to rate. */
    record AnswerErased(UUID writtenAnswer) implements AssessmentError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "answer-erased",
                    "Answer erased",
                    "The text of written answer " + writtenAnswer + " was erased; its marks stay as they are.");
        }
    }

    /** Ratings of the answer would change nothing: its section has a newer result. */
    record AnswerSuperseded(UUID writtenAnswer) implements AssessmentError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "answer-superseded",
                    "Answer superseded",
                    "The section of written answer " + writtenAnswer + " has a newer result from elsewhere.");
        }
    }

    /** Others' ratings stay unseen until one's own are given. */
    record RateFirst(UUID application) implements AssessmentError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "rate-first",
                    "Rate first",
                    "Written answers of application " + application + " still wait for your ratings.");
        }
    }
}
