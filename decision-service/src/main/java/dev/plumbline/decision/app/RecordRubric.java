package dev.plumbline.decision.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes published rubric versions. A version that is new is spread in the background: to all applications of the job, or
 * to those that wait for it.
 */
@ApplicationScoped
public class RecordRubric {
    private final Rubrics rubrics;
    private final FanOuts fanOuts;
    private final DecisionMeters meters;

    RecordRubric(Rubrics rubrics, FanOuts fanOuts, DecisionMeters meters) {
        this.rubrics = rubrics;
        this.fanOuts = fanOuts;
        this.meters = meters;
    }

    /**
     * A version that came in conflict with a known content of the same revision.
     *
     * @param position of the incoming one in its batch
     * @param rejected the one of the two that is to be set aside: the one with the greater digest
     */
    public record Conflict(int position, PublishedRubric rejected) {}

    /** Keeps everybody else from these jobs' versions until the transaction ends, as recording them does. */
    public void hold(Collection<UUID> jobs) {
        rubrics.lockVersions(jobs);
    }

    /** Records the versions in the current transaction, and says which are in conflict. */
    public List<Conflict> record(List<PublishedRubric> published) {
        rubrics.lockVersions(
                published.stream().map(PublishedRubric::jobId).distinct().toList());
        List<Conflict> conflicts = new ArrayList<>();
        for (int i = 0; i < published.size(); i++) {
            int position = i;
            record(published.get(i)).ifPresent(rejected -> conflicts.add(new Conflict(position, rejected)));
        }
        meters.countConflicts(conflicts.size());
        return conflicts;
    }

    /** Takes a version if it is the stronger one; gives back what is to be set aside. */
    private Optional<PublishedRubric> record(PublishedRubric rubric) {
        Optional<PublishedRubric> found = rubrics.find(rubric.jobId(), rubric.version());
        if (found.isEmpty()) {
            rubrics.save(rubric);
            fanOuts.start(rubric.jobId(), rubric.version(), !rubric.forAllOpen());
            return Optional.empty();
        }
        PublishedRubric known = found.get();
        boolean isOneOfTwo =
                known.revision() == rubric.revision() && !known.factDigest().isEmpty();
        if (known.revision() > rubric.revision()
                || isOneOfTwo && known.factDigest().equals(rubric.factDigest())) {
            return Optional.empty();
        }
        if (isOneOfTwo && known.factDigest().compareTo(rubric.factDigest()) < 0) {
            return Optional.of(rubric);
        }
        boolean decidesLikeKnown = rubric.decidesLike(known);
        // Of two contents the one that stays is what triggers. A further revision that says nothing new of how to
        // decide, such as that the job is closed, has led to nothing: what is still on its way comes of the
        // publication.
        rubrics.save(decidesLikeKnown && !isOneOfTwo ? rubric.broughtBy(known.trigger()) : rubric);
        if (!decidesLikeKnown) {
            // The content that had to give way may have decided already: so everybody is looked at again.
            fanOuts.start(rubric.jobId(), rubric.version(), false);
        }
        return isOneOfTwo ? Optional.of(known) : Optional.empty();
    }
}
