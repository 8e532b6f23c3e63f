package dev.plumbline.job.domain;

/**
 * A fact asked when someone applies, answered yes or no.
 *
 * @param id unique within the job; the name a SCREENING gate uses
 */
public record ScreeningCriterion(String id, String question) {}
