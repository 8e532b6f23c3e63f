package dev.plumbline.job.domain;

/**
 * What a job is, in three paragraphs.
 *
 * @param function what the person does and for whom
 * @param coreFocus what matters most; may be empty
 * @param scope the setting and the breadth of the work; may be empty
 */
public record Description(String function, String coreFocus, String scope) {}
