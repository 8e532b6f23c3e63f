package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Rubric;
import java.util.UUID;

/**
 * A job's rubric version as the job-service published it.
 *
 * @param revision of this version's fact, 1 or more
 * @param open whether the job takes applications
 * @param forAllOpen whether the version applies to all open applications, not to new ones only
 * @param content the rubric's JSON in UTF-8
 * @param factDigest the canonical SHA-256 of the whole fact, 64 hexadecimal digits; empty where the version was stored
 *     by an instance that takes digests over another form: the next record of the revision brings it
 * @param trigger the event that brought what decides, and so leads to what comes of it
 */
public record PublishedRubric(
        UUID jobId,
        int version,
        long revision,
        boolean open,
        String title,
        boolean forAllOpen,
        Rubric rubric,
        byte[] content,
        String factDigest,
        Trigger trigger) {

    /** Whether both decide alike, and about the same applications. */
    boolean decidesLike(PublishedRubric other) {
        return rubric.equals(other.rubric) && forAllOpen == other.forAllOpen;
    }

    /** The same, brought by another event. */
    PublishedRubric broughtBy(Trigger event) {
        return new PublishedRubric(
                jobId, version, revision, open, title, forAllOpen, rubric, content, factDigest, event);
    }
}
