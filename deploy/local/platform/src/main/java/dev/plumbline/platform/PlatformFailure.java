package dev.plumbline.platform;

/** Why the platform cannot run. The message is one sentence for the person who started it. */
final class PlatformFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PlatformFailure(String message) {
        super(message);
    }

    PlatformFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
