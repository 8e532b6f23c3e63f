package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.SectionResult;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where the current results of sections are kept. */
public interface SectionResults {

    Optional<SectionResult> result(UUID applicationId, String section);

    /** By section id, retracted ones included. */
    List<SectionResult> ofApplication(UUID applicationId);

    /** Replaces the section's earlier result. */
    void put(SectionResult result);
}
