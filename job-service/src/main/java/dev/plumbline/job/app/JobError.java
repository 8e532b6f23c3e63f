package dev.plumbline.job.app;

import dev.plumbline.job.domain.TestReference;
import dev.plumbline.kit.problem.ApiError;
import dev.plumbline.kit.problem.Fault;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The errors that only this service has. */
public sealed interface JobError extends ApiError {

    /** The job was never published. */
    record JobNotPublished(UUID job) implements JobError {
        @Override
        public String slug() {
            return "job-not-published";
        }

        @Override
        public String title() {
            return "The job is not published";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String detail() {
            return "Job " + job + " is a draft: publish it first.";
        }
    }

    /** The job takes no more applications and no more changes. */
    record JobClosed(UUID job) implements JobError {
        @Override
        public String slug() {
            return "job-closed";
        }

        @Override
        public String title() {
            return "The job is closed";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String detail() {
            return "Job " + job + " is closed: it takes no more applications and does not change any more.";
        }
    }

    /** The pinned test has not been heard of; it may be about to. */
    record TestNotYetKnown(TestReference test) implements JobError {
        @Override
        public String slug() {
            return "test-not-yet-known";
        }

        @Override
        public String title() {
            return "The test is not known yet";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String detail() {
            return "Test " + test.id() + " version " + test.version()
                    + " has not been heard of here. If it was just published, try again; otherwise publish it first.";
        }

        @Override
        public @Nullable Integer retryAfterSeconds() {
            return 1;
        }
    }

    /** Rubric and pinned test do not fit each other; the pointers are from the job's root. */
    record TestMismatch(List<Fault> errors) implements JobError {
        public TestMismatch {
            errors = List.copyOf(errors);
        }

        @Override
        public String slug() {
            return "test-mismatch";
        }

        @Override
        public String title() {
            return "The rubric and the test do not match";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public String detail() {
            return "The job's rubric and its pinned test do not match: change one of them. Pointers are from the job's root.";
        }
    }

    /** A version for all open applications has another rating scale than one they are decided under. */
    record RatingScaleChanged(int version) implements JobError {
        @Override
        public String slug() {
            return "rating-scale-changed";
        }

        @Override
        public String title() {
            return "The rating scale has changed";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String detail() {
            return "Version " + version
                    + " of the job has another rating scale, and ratings given on it cannot be read on"
                    + " this one: publish for new applications only, or keep the scale.";
        }
    }

    /** The sender's id was used for this job before. */
    record DuplicateApplication(UUID existing) implements JobError {
        @Override
        public String slug() {
            return "duplicate-application";
        }

        @Override
        public String title() {
            return "There is an application with this externalId";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String detail() {
            return "Application " + existing + " of this job has the same externalId.";
        }
    }

    /** A withdrawn application cannot be withdrawn again. */
    record ApplicationWithdrawn(UUID application) implements JobError {
        @Override
        public String slug() {
            return "application-withdrawn";
        }

        @Override
        public String title() {
            return "The application is withdrawn";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String detail() {
            return "Application " + application + " is withdrawn already.";
        }
    }

    /** Only a withdrawn application can be reinstated. */
    record ApplicationNotWithdrawn(UUID application) implements JobError {
        @Override
        public String slug() {
            return "application-not-withdrawn";
        }

        @Override
        public String title() {
            return "The application is not withdrawn";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String detail() {
            return "Application " + application + " stands: there is nothing to reinstate.";
        }
    }
}
