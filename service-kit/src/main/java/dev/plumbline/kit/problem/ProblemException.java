package dev.plumbline.kit.problem;

/** Carries an {@link ApiError} to the edge, and rolls the transaction back on its way. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ApiError error;

    /** @param error the answer for the client */
    public ProblemException(ApiError error) {
        // No stack trace: this is an answer, not a failure of the program.
        super(message(error.problem()), null, false, false);
        this.error = error;
    }

    /** The answer for the client. */
    public ApiError error() {
        return error;
    }

    private static String message(Problem problem) {
        return problem.slug() + ": " + problem.detail();
    }
}
