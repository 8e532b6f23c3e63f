package dev.plumbline.kit.problem;

/**
 * Something a client did that cannot be done. Each service has sealed hierarchies of these: an error is a record of what
 * tells one occurrence from another, and one method that says what the client gets to read.
 */
public interface ApiError {
    /** What the client is told. */
    Problem problem();
}
