package dev.plumbline.job.app;

import dev.plumbline.job.domain.Finding;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import java.util.List;
import java.util.UUID;

/** How use cases say no. */
final class Refusals {
    private Refusals() {}

    static ProblemException noJob(UUID id) {
        return new ProblemException(new KitError.NotFound("job", id.toString()));
    }

    static ProblemException noApplication(UUID id) {
        return new ProblemException(new KitError.NotFound("application", id.toString()));
    }

    /** @throws ProblemException 422 with every finding, where there is one */
    static void refuseIfAny(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw refusal(findings);
        }
    }

    /** 422 with these findings. */
    static ProblemException refusal(List<Finding> findings) {
        return new ProblemException(new KitError.InvalidContent(faults(findings)));
    }

    static List<Fault> faults(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Fault(finding.pointer(), finding.message()))
                .toList();
    }
}
