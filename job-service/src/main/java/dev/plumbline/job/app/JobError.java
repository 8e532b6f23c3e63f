package dev.plumbline.job.app;

import dev.plumbline.job.domain.TestReference;
import dev.plumbline.kit.problem.ApiError;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.Problem;
import java.util.List;
import java.util.UUID;

/** The errors that only this service has. */
public sealed interface JobError extends ApiError {

    /** The job was never published. */
    record JobNotPublished(UUID job) implements JobError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "job-not-published", "The job is not published", "Job " + job + " is a draft: publish it first.");
        }
    }

    /** The job takes no more applications and no more changes. */
    record JobClosed(UUID job) implements JobError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "job-closed",
                    "The job is closed",
                    "Job " + job + " is closed: it takes no more applications and does not change any more.");
        }
    }

    /** The pinned test has not been heard of; it may be about to. */
    record TestNotYetKnown(TestReference test) implements JobError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                            "test-not-yet-known",
                            "The test is not known yet",
                            "Test " + test.id() + " version " + test.version()
                                    + " has not been heard of here. If it was just published, try again; otherwise"
                                    + " publish it first.")
                    .retryAfter(1);
        }
    }

    /** Rubric and pinned test do not fit each other; the pointers are from the job's root. */
    record TestMismatch(List<Fault> errors) implements JobError {
        public TestMismatch {
            errors = List.copyOf(errors);
        }

        @Override
        public Problem problem() {
            return new Problem(
                            422,
                            "test-mismatch",
                            "The rubric and the test do not match",
                            "The job's rubric and its pinned test do not match: change one of them. Pointers are from"
                                    + " the job's root.")
                    .withErrors(errors);
        }
    }

    /** A version for all open applications has another rating scale than one they are decided under. */
    record RatingScaleChanged(int version) implements JobError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "rating-scale-changed",
                    "The rating scale has changed",
                    "Version " + version
                            + " of the job has another rating scale, and ratings given on it cannot be read on"
                            + " this one: publish for new applications only, or keep the scale.");
        }
    }

    /** The sender's id was used for this job before. */
    record DuplicateApplication(UUID existing) implements JobError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "duplicate-application",
                    "There is an application with this externalId",
                    "Application " + existing + " of this job has the same externalId.");
        }
    }

    /** A withdrawn application cannot be withdrawn again. */
    record ApplicationWithdrawn(UUID application) implements JobError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "application-withdrawn",
                    "The application is withdrawn",
                    "Application " + application + " is withdrawn already.");
        }
    }

    /** Only a withdrawn application can be reinstated. */
    record ApplicationNotWithdrawn(UUID application) implements JobError {
        @Override
        public Problem problem() {
            return Problem.conflict(
                    "application-not-withdrawn",
                    "The application is not withdrawn",
                    "Application " + application + " stands: there is nothing to reinstate.");
        }
    }
}
