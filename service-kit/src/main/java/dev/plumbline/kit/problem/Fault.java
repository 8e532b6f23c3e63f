package dev.plumbline.kit.problem;

/**
 * One fault of a request body.
 *
 * @param pointer where it is: a JSON pointer (RFC 6901) from the root of the request body
 * @param message what is wrong and what is expected, for a person; never the offending value of a personal field
 */
public record Fault(String pointer, String message) {}
