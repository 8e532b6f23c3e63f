package dev.plumbline.local;

/** Why the local platform cannot go on. The message is one sentence for the person who started it. */
public class LocalFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure that needs no cause to be understood. */
    public LocalFailure(String message) {
        super(message);
    }

    /** A failure whose cause matters to those who develop Plumbline. */
    public LocalFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
