package dev.plumbline.job.rest;

import dev.plumbline.job.app.DraftCheck;
import dev.plumbline.job.app.Tailoring;
import dev.plumbline.job.app.Templates;
import dev.plumbline.job.domain.Finding;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.rest.CrossCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What contradicts itself in a job that is sent, named together with every other fault of the body. */
final class JobChecks {
    private JobChecks() {}

    private static List<Fault> faults(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Fault(finding.pointer(), finding.message()))
                .toList();
    }

    /** In a job that takes another's place. A rubric that is kept is compared where it is kept. */
    @ApplicationScoped
    static class OfJob implements CrossCheck<JobRequest> {
        private final DraftCheck check;

        OfJob(DraftCheck check) {
            this.check = check;
        }

        @Override
        public Class<JobRequest> type() {
            return JobRequest.class;
        }

        @Override
        public List<Fault> check(JobRequest job, Set<String> faulty) {
            return faults(check.ofReadable(job.readable(faulty)));
        }
    }

    /** In a new job that is written out, or the template's name in one that is not. */
    @ApplicationScoped
    static class OfNewJob implements CrossCheck<CreateJobRequest> {
        private final DraftCheck check;
        private final Templates templates;

        OfNewJob(DraftCheck check, Templates templates) {
            this.check = check;
            this.templates = templates;
        }

        @Override
        public Class<CreateJobRequest> type() {
            return CreateJobRequest.class;
        }

        @Override
        public List<Fault> check(CreateJobRequest job, Set<String> faulty) {
            String template = job.template();
            if (template == null) {
                return faulty.contains("template") ? List.of() : faults(check.ofReadable(job.readable(faulty)));
            }
            return templates.find(template).isPresent()
                    ? List.of()
                    : List.of(new Fault("/template", "is no template; GET /v1/templates lists them"));
        }
    }

    /** In a tailoring, whatever the template. */
    @ApplicationScoped
    static class OfTailoring implements CrossCheck<TailoringRequest> {
        private final DraftCheck check;

        OfTailoring(DraftCheck check) {
            this.check = check;
        }

        @Override
        public Class<TailoringRequest> type() {
            return TailoringRequest.class;
        }

        @Override
        public List<Fault> check(TailoringRequest request, Set<String> faulty) {
            Tailoring tailoring = request.toDomain();
            List<Finding> findings = new ArrayList<>(check.ofReadable(request.readable(faulty)));
            findings.addAll(tailoring.profile().contradictions());
            findings.addAll(tailoring.plan().contradictions());
            return faults(findings);
        }
    }
}
