package dev.plumbline.job.rest;

import dev.plumbline.job.domain.ScreeningAnswer;
import dev.plumbline.job.rest.ApplicationRequests.ScreeningAnswerRequest;
import dev.plumbline.job.rest.ApplicationRequests.ScreeningRequest;
import dev.plumbline.job.rest.ApplicationRequests.SubmitRequest;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.rest.CrossCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A criterion is answered once. */
final class ScreeningChecks {
    private ScreeningChecks() {}

    private static List<Fault> faults(@Nullable List<ScreeningAnswerRequest> answers, Set<String> faulty) {
        if (answers == null || faulty.contains("screening")) {
            return List.of();
        }
        return ScreeningAnswer.findings(
                        answers.stream().map(ScreeningAnswerRequest::toDomain).toList())
                .stream()
                .map(finding -> new Fault(finding.pointer(), finding.message()))
                .toList();
    }

    /** In an application. */
    @ApplicationScoped
    static class OfApplication implements CrossCheck<SubmitRequest> {
        @Override
        public Class<SubmitRequest> type() {
            return SubmitRequest.class;
        }

        @Override
        public List<Fault> check(SubmitRequest request, Set<String> faulty) {
            return faults(request.screening(), faulty);
        }
    }

    /** In what is known later. */
    @ApplicationScoped
    static class OfScreening implements CrossCheck<ScreeningRequest> {
        @Override
        public Class<ScreeningRequest> type() {
            return ScreeningRequest.class;
        }

        @Override
        public List<Fault> check(ScreeningRequest request, Set<String> faulty) {
            return faults(request.screening(), faulty);
        }
    }
}
