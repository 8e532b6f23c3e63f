package dev.plumbline.decision.json;

/**
 * One thing wrong with a JSON document.
 *
 * @param pointer where, as an RFC 6901 pointer from the document's root
 * @param message what is wrong, for the person who wrote it; repeats nothing of the document but known names
 */
public record Fault(String pointer, String message) {}
