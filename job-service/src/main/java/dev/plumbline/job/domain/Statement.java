package dev.plumbline.job.domain;

/** A skill or a qualification, in a sentence. */
public record Statement(String text, Origin origin) {}
