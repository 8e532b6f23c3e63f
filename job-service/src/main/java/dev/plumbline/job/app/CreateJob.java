package dev.plumbline.job.app;

import dev.plumbline.job.domain.Finding;
import dev.plumbline.job.domain.Job;
import dev.plumbline.job.domain.Template;
import dev.plumbline.kit.ids.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a draft of a job, from a template or from scratch. */
@ApplicationScoped
public class CreateJob {
    private final Jobs jobs;
    private final Templates templates;
    private final TailorTemplate tailorTemplate;
    private final DraftCheck check;
    private final Timestamps timestamps;

    CreateJob(Jobs jobs, Templates templates, TailorTemplate tailorTemplate, DraftCheck check, Timestamps timestamps) {
        this.jobs = jobs;
        this.templates = templates;
        this.tailorTemplate = tailorTemplate;
        this.check = check;
        this.timestamps = timestamps;
    }

    /** From a template; refused with every fault where the template is unknown or cannot be tailored like this. */
    @Transactional
    public Job fromTemplate(String templateId, Tailoring tailoring) {
        Template template = templates
                .find(templateId)
                .orElseThrow(() -> Refusals.refusal(
                        List.of(new Finding("/template", "is no template; GET /v1/templates lists them"))));
        return add(templateId, tailorTemplate.tailor(template, tailoring));
    }

    /** Written out whole; refused with every fault where it contradicts itself. */
    @Transactional
    public Job written(Job.Draft draft) {
        Refusals.refuseIfAny(check.ofWhole(draft));
        return add(null, draft);
    }

    private Job add(@Nullable String template, Job.Draft draft) {
        Job job = Job.drafted(Ids.next(), template, draft, timestamps.now());
        jobs.add(job);
        return job;
    }
}
