package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.Session;
import dev.plumbline.kit.problem.ApiError;
import dev.plumbline.kit.problem.ProblemException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a call although its content is valid: all of them states, all answered with 409. */
public sealed interface AssessmentError extends ApiError {

    @Override
    default int status() {
        return 409;
    }

    /** The slug in words. */
    @Override
    default String title() {
        String words = slug().replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    default ProblemException exception() {
        return new ProblemException(this);
    }

    /** Its facts, or those of its job, are still on their way. */
    record ApplicationNotYetKnown(UUID application) implements AssessmentError {
        @Override
        public String slug() {
            return "application-not-yet-known";
        }

        @Override
        public String detail() {
            return "This service has not heard of application " + application + " and its job yet. Try again shortly.";
        }

        @Override
        public @Nullable Integer retryAfterSeconds() {
            return 1;
        }
    }

    record ApplicationWithdrawn(UUID application) implements AssessmentError {
        @Override
        public String slug() {
            return "application-withdrawn";
        }

        @Override
        public String detail() {
            return "Application " + application + " is withdrawn; it can be invited again once it is reinstated.";
        }
    }

    record ApplicationErased(UUID application) implements AssessmentError {
        @Override
        public String slug() {
            return "application-erased";
        }

        @Override
        public String detail() {
            return "The personal data of application " + application + " was erased.";
        }
    }

    record TestExists(String id) implements AssessmentError {
        @Override
        public String slug() {
            return "test-exists";
        }

        @Override
        public String detail() {
            return "There is a test " + id + " already; change it with PUT.";
        }
    }

    record NoTestPinned(UUID application) implements AssessmentError {
        @Override
        public String slug() {
            return "no-test-pinned";
        }

        @Override
        public String detail() {
            return "The job of application " + application
                    + " pins no test that is published here; name one in the request.";
        }
    }

    record SessionStillOpen(UUID session) implements AssessmentError {
        @Override
        public String slug() {
            return "session-still-open";
        }

        @Override
        public String detail() {
            return "Session " + session + " of this application is open; cancel it or let it end first.";
        }
    }

    record AlreadyAssessed(UUID application) implements AssessmentError {
        @Override
        public String slug() {
            return "already-assessed";
        }

        @Override
        public String detail() {
            return "Application " + application + " has been assessed, and a new session would replace its scores."
                    + " Ask for that with \"retake\": true.";
        }
    }

    record SessionEnded(UUID session, Session.State state) implements AssessmentError {
        @Override
        public String slug() {
            return "session-ended";
        }

        @Override
        public String detail() {
            return "Session " + session + " is " + state.name().toLowerCase(Locale.ROOT) + ".";
        }
    }

    record FullyRated(UUID writtenAnswer) implements AssessmentError {
        @Override
        public String slug() {
            return "fully-rated";
        }

        @Override
        public String detail() {
            return "Written answer " + writtenAnswer + " has all the raters that it needs.";
        }
    }

    record AnswerErased(UUID writtenAnswer) implements AssessmentError {
        @Override
        public String slug() {
            return "answer-erased";
        }

        @Override
        public String detail() {
            return "The text of written answer " + writtenAnswer + " was erased; its marks stay as they are.";
        }
    }

    record AnswerSuperseded(UUID writtenAnswer) implements AssessmentError {
        @Override
        public String slug() {
            return "answer-superseded";
        }

        @Override
        public String detail() {
            return "The section of written answer " + writtenAnswer + " has a newer result from elsewhere.";
        }
    }

    record RateFirst(UUID application) implements AssessmentError {
        @Override
        public String slug() {
            return "rate-first";
        }

        @Override
        public String detail() {
            return "Written answers of application " + application + " still wait for your ratings.";
        }
    }
}
