package dev.plumbline.interview.app;

import dev.plumbline.interview.domain.Judgement;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * The record of who was shown others' judgements without having given their own. The application has to be locked, so
 * that nobody is put on a panel while they are shown what its others said.
 */
public interface OthersSeen {
    /** What of an application this person was shown. */
    Set<Judgement> by(UUID application, String person);

    /** Stores that this person was shown these; known ones may be among them. */
    void add(UUID application, String person, Collection<Judgement> shown);
}
