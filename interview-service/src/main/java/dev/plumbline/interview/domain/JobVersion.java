package dev.plumbline.interview.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What interviews need of one published version of a job.
 *
 * @param jobId the job
 * @param version its number, at least 1
 * @param appliesToAllOpen whether it also holds for applications that were submitted under an earlier version
 * @param title the job's title
 * @param scale the scale its questions are rated on
 * @param questions what can be asked, in the job's order
 * @param attestationGates the ids of its ATTESTATION gates
 */
public record JobVersion(
        UUID jobId,
        int version,
        boolean appliesToAllOpen,
        String title,
        RatingScale scale,
        List<InterviewQuestion> questions,
        Set<String> attestationGates) {

    public JobVersion {
        questions = List.copyOf(questions);
        attestationGates = Set.copyOf(attestationGates);
    }

    /** The question with this id, if this version has it. */
    public Optional<InterviewQuestion> question(String id) {
        return questions.stream().filter(q -> q.id().equals(id)).findFirst();
    }
}
