package dev.plumbline.job.domain;

/** What candidates ask, and the answer. */
public record FrequentQuestion(String question, String answer, Origin origin) {}
