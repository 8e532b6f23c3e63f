package dev.plumbline.decision.app;

import dev.plumbline.kit.problem.ApiError;
import org.jspecify.annotations.Nullable;

/** What this service refuses because of the state that something is in: a 409 where nothing else is said. */
public sealed interface DecisionError extends ApiError {
    @Override
    default int status() {
        return 409;
    }

    /** Nothing, or not yet the submission, has been heard of this application. */
    record ApplicationNotYetKnown() implements DecisionError {
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
            return "This service has not heard of the application. If it was submitted just now, try again.";
        }

        @Override
        public @Nullable Integer retryAfterSeconds() {
            return 1;
        }
    }

    /** The application waits for the rubric that it is to be decided under. */
    record NoDecisionYet() implements DecisionError {
        @Override
        public String slug() {
            return "no-decision-yet";
        }

        @Override
        public String title() {
            return "There is no decision yet";
        }

        @Override
        public String detail() {
            return "The rubric of the application's job has not come in yet. Try again.";
        }

        @Override
        public @Nullable Integer retryAfterSeconds() {
            return 1;
        }
    }

    /** Others' ratings stay unseen until one's own are given. */
    record RateFirst() implements DecisionError {
        @Override
        public String slug() {
            return "rate-first";
        }

        @Override
        public String title() {
            return "Give your own ratings first";
        }

        @Override
        public String detail() {
            return "You are on a panel of this application and have not rated yet. Hand in your own form in the"
                    + " interview-service: until then what others gave stays unseen.";
        }
    }

    /** A withdrawn application takes no verdict until it is reinstated. */
    record ApplicationWithdrawn() implements DecisionError {
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
            return "A withdrawn application takes no verdict until it is reinstated.";
        }
    }

    /** The verdict was given on a decision that is no longer the current one. */
    record DecisionMovedOn(int current) implements DecisionError {
        @Override
        public String slug() {
            return "decision-moved-on";
        }

        @Override
        public String title() {
            return "The decision has moved on";
        }

        @Override
        public String detail() {
            return "The current decision is number " + current + ". Read it, then give the verdict on that number.";
        }
    }

    /** A person rejects without having looked at why. */
    record ExplanationNotSeen(int number) implements DecisionError {
        @Override
        public String slug() {
            return "explanation-not-seen";
        }

        @Override
        public String title() {
            return "The explanation has not been seen";
        }

        @Override
        public String detail() {
            return "Who rejects must have fetched decision number " + number + " with its explanation before.";
        }
    }

    /** Nobody is hired while a red flag waits to be ruled on. */
    record RedFlagOpen() implements DecisionError {
        @Override
        public String slug() {
            return "red-flag-open";
        }

        @Override
        public String title() {
            return "A red flag is open";
        }

        @Override
        public String detail() {
            return "A red flag is raised: it has to be confirmed or dismissed before anybody is hired.";
        }
    }

    /** The node is waived already. */
    record AlreadyWaived(String node) implements DecisionError {
        @Override
        public String slug() {
            return "already-waived";
        }

        @Override
        public String title() {
            return "The node is waived already";
        }

        @Override
        public String detail() {
            return "The node " + node + " is waived; to give another reason, lift that waiver first.";
        }
    }

    /** No key is configured that certificates could be signed with. */
    record SigningKeyMissing() implements DecisionError {
        @Override
        public String slug() {
            return "signing-key-missing";
        }

        @Override
        public String title() {
            return "There is no key to sign certificates with";
        }

        @Override
        public int status() {
            return 503;
        }

        @Override
        public String detail() {
            return "Certificates are signed, and this service has no key configured; its operator can give it one.";
        }
    }

    /** What is stored of a decision's inputs does not give that decision again: nothing is signed that does not hold. */
    record NotRecomputable(int number) implements DecisionError {
        @Override
        public String slug() {
            return "decision-not-recomputable";
        }

        @Override
        public String title() {
            return "The decision cannot be recomputed";
        }

        @Override
        public String detail() {
            return "What is stored of the inputs does not give decision number " + number
                    + " or one before it again, so it is not certified. Operators find where in the log.";
        }
    }

    /** As many read the stream of decision events as this instance serves. */
    record TooManyReaders() implements DecisionError {
        @Override
        public String slug() {
            return "too-many-readers";
        }

        @Override
        public String title() {
            return "Too many readers";
        }

        @Override
        public int status() {
            return 429;
        }

        @Override
        public String detail() {
            return "As many read the decision events as this instance serves. Try again, or read through one connection.";
        }

        @Override
        public @Nullable Integer retryAfterSeconds() {
            return 10;
        }
    }
}
