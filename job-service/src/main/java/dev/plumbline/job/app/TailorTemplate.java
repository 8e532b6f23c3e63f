package dev.plumbline.job.app;

import dev.plumbline.job.domain.Finding;
import dev.plumbline.job.domain.Job;
import dev.plumbline.job.domain.JobProfile;
import dev.plumbline.job.domain.PlanTailoring;
import dev.plumbline.job.domain.SelectionPlan;
import dev.plumbline.job.domain.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes a draft from a template. */
@ApplicationScoped
class TailorTemplate {
    private static final String ROOT = "/tailoring";

    private final DraftCheck check;
    private final Rubrics rubrics;

    TailorTemplate(DraftCheck check, Rubrics rubrics) {
        this.check = check;
        this.rubrics = rubrics;
    }

    /** The tailored draft; refused with every fault, by JSON pointer from the request's root. */
    Job.Draft tailor(Template template, Tailoring tailoring) {
        List<Finding> findings = new ArrayList<>(tailoring.profile().findings(template.profile()));
        JobProfile profile = findings.isEmpty() ? tailoring.profile().applyTo(template.profile()) : template.profile();
        List<Finding> ofPlan = tailoring.plan().findings(template);
        findings.addAll(ofPlan);
        SelectionPlan plan = ofPlan.isEmpty() ? tailoring.plan().applyTo(template) : template.plan();
        if (ofPlan.isEmpty()) {
            plan = reweighed(plan, tailoring.plan().weights(), findings);
            findings.addAll(findingsIn(new Job.Draft(profile, plan), tailoring.plan()));
        }
        refuseIfAny(findings);
        return new Job.Draft(profile, plan);
    }

    /** The plan with these weights; as it was, with findings, where it has no such nodes. */
    private SelectionPlan reweighed(SelectionPlan plan, Map<String, BigDecimal> weights, List<Finding> findings) {
        return switch (rubrics.reweigh(plan.rubric(), weights)) {
            case Rubrics.Reweighting.Done done -> plan.withRubric(done.rubric());
            case Rubrics.Reweighting.Unknown unknown -> {
                unknown.nodes().stream()
                        .sorted()
                        .map(node -> new Finding("/weights/" + escape(node), "is no weighted node of the rubric"))
                        .forEach(findings::add);
                yield plan;
            }
        };
    }

    private List<Finding> findingsIn(Job.Draft draft, PlanTailoring tailoring) {
        if (tailoring.rubric() != null && tailoring.weights().isEmpty()) {
            return check.ofWhole(draft);
        }
        List<Finding> findings = new ArrayList<>(check.ofKeptRubric(draft));
        if (rubrics.read(draft.plan().rubric()) instanceof Rubrics.Reading.Invalid invalid) {
            invalid.findings()
                    .forEach(fault -> findings.add(new Finding(
                            "/weights",
                            "makes a rubric that is not valid: " + fault.pointer() + " " + fault.message())));
        }
        return findings;
    }

    private static void refuseIfAny(List<Finding> findings) {
        Refusals.refuseIfAny(
                findings.stream().map(finding -> finding.under(ROOT)).toList());
    }

    /** RFC 6901, section 3. */
    private static String escape(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }
}
