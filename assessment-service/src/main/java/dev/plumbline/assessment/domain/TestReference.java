package dev.plumbline.assessment.domain;

/** Names one published version of a test. */
public record TestReference(String id, int version) {}
