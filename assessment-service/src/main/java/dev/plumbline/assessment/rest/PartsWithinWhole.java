package dev.plumbline.assessment.rest;

import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.rest.CrossCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** What is earned or right, with what is pending, is never more than there is (decision semantics, section 3). */
final class PartsWithinWhole {
    private PartsWithinWhole() {}

    /** In a section's points. */
    @ApplicationScoped
    static class OfPoints implements CrossCheck<SectionResultRequest> {
        @Override
        public Class<SectionResultRequest> type() {
            return SectionResultRequest.class;
        }

        @Override
        public List<Fault> check(SectionResultRequest result, Set<String> faulty) {
            boolean readable =
                    !faulty.contains("earned") && !faulty.contains("possible") && !faulty.contains("pending");
            return readable && result.earned().add(result.pendingOrNone()).compareTo(result.possible()) > 0
                    ? List.of(new Fault("/earned", "with pending must not be more than possible"))
                    : List.of();
        }
    }

    /** In its questions. */
    @ApplicationScoped
    static class OfQuestions implements CrossCheck<SectionResultRequest.Counts> {
        @Override
        public Class<SectionResultRequest.Counts> type() {
            return SectionResultRequest.Counts.class;
        }

        @Override
        public List<Fault> check(SectionResultRequest.Counts counts, Set<String> faulty) {
            boolean readable = !faulty.contains("right") && !faulty.contains("total") && !faulty.contains("pending");
            return readable && (long) counts.right() + counts.pendingOrNone() > counts.total()
                    ? List.of(new Fault("", "right and pending must not be more than total"))
                    : List.of();
        }
    }
}
