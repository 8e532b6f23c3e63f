package dev.plumbline.decision.app;

import dev.plumbline.kit.problem.ApiError;
import dev.plumbline.kit.problem.Problem;

/** What this service refuses because of the state that something is in: a 409 where nothing else is said. */
public sealed interface DecisionError extends ApiError {
    /** Nothing, or not yet the submission, has been heard of this application. */
    record ApplicationNotYetKnown() implements DecisionError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                            "application-not-yet-known",
                            "The application is not known here yet",
                            "This service has not heard of the application. If it was submitted just now, try again.")
                    .retryAfter(1);
        }
    }

    /** The application waits for the rubric that it is to be decided under. */
    record NoDecisionYet() implements DecisionError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                            "no-decision-yet",
                            "There is no decision yet",
                            "The rubric of the application's job has not come in yet. Try again.")
                    .retryAfter(1);
        }
    }

    /** Others' ratings stay unseen until one's own are given. */
    record RateFirst() implements DecisionError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "rate-first",
                    "Give your own ratings first",
                    "You are on a panel of this application and have not rated yet. Hand in your own form in the"
                            + " interview-service: until then what others gave stays unseen.");
        }
    }

    /** A withdrawn application takes no verdict until it is reinstated. */
    record ApplicationWithdrawn() implements DecisionError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "application-withdrawn",
                    "The application is withdrawn",
                    "A withdrawn application takes no verdict until it is reinstated.");
        }
    }

    /** The verdict was given on a decision that is no longer the current one. */
    record DecisionMovedOn(int current) implements DecisionError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "decision-moved-on",
                    "The decision has moved on",
                    "The current decision is number " + current + ". Read it, then give the verdict on that number.");
        }
    }

    /** A person rejects without having looked at why. */
    record ExplanationNotSeen(int number) implements DecisionError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "explanation-not-seen",
                    "The explanation has not been seen",
                    "Who rejects must have fetched decision number " + number + " with its explanation before.");
        }
    }

    /** Nobody is hired while a red flag waits to be ruled on. */
    record RedFlagOpen() implements DecisionError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "red-flag-open",
                    "A red flag is open",
                    "A red flag is raised: it has to be confirmed or dismissed before anybody is hired.");
        }
    }

    /** The node is waived already. */
    record AlreadyWaived(String node) implements DecisionError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "already-waived",
                    "The node is waived already",
                    "The node " + node + " is waived; to give another reason, lift that waiver first.");
        }
    }

    /** No key is configured that certificates could be signed with. */
    record SigningKeyMissing() implements DecisionError {
        @Override
        public Problem problem() {
            return new Problem(
                    503,
                    "signing-key-missing",
                    "There is no key to sign certificates with",
                    "Certificates are signed, and this service has no key configured; its operator can give it one.");
        }
    }

    /** What is stored of a decision's inputs does not give that decision again: nothing is signed that does not hold. */
    record NotRecomputable(int number) implements DecisionError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "decision-not-recomputable",
                    "The decision cannot be recomputed",
                    "What is stored of the inputs does not give decision number " + number
                            + " or one before it again, so it is not certified. Operators find where in the log.");
        }
    }

    /** As many read the stream of decision events as this instance serves. */
    record TooManyReaders() implements DecisionError {
        @Override
        public Problem problem() {
            return new Problem(
                            429,
                            "too-many-readers",
                            "Too many readers",
                            "As many read the decision events as this instance serves, or as one may have. Try again, or read through one"
                                    + " connection.")
                    .retryAfter(10);
        }
    }

    /**
     * The certificate would be longer than who verifies it takes.
     *
     * @param bytes how long it would be
     * @param most how long one may be
     */
    record CertificateTooLarge(long bytes, int most) implements DecisionError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "certificate-too-large",
                    "The certificate is too large",
                    "It would have " + bytes + " bytes or more, and at most " + most
                            + " are verified. Ask for that of an earlier decision.");
        }
    }
}
