package dev.plumbline.job.domain;

/**
 * A published version of a test, which never changes.
 *
 * @param version from 1
 */
public record TestReference(String id, int version) {}
