package dev.plumbline.interview.domain;

import java.util.UUID;

/**
 * What is known here of a candidate's application to a job: nothing about the person.
 *
 * @param id its identity
 * @param jobId the job
 * @param rubricVersion the version stamped on it when it was submitted, at least 1
 * @param withdrawn whether it is withdrawn at present
 * @param erased whether the candidate's data was erased, after which no word about the person is kept
 */
public record Application(UUID id, UUID jobId, int rubricVersion, boolean withdrawn, boolean erased) {}
