package dev.plumbline.job.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.app.Templates;
import dev.plumbline.job.domain.Description;
import dev.plumbline.job.domain.FrequentQuestion;
import dev.plumbline.job.domain.InterviewQuestion;
import dev.plumbline.job.domain.JobProfile;
import dev.plumbline.job.domain.Responsibility;
import dev.plumbline.job.domain.ScreeningCriterion;
import dev.plumbline.job.domain.SelectionPlan;
import dev.plumbline.job.domain.Statement;
import dev.plumbline.job.domain.Template;
import dev.plumbline.job.domain.TestReference;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The templates in this service's resources, read when it starts. */
@Startup
@ApplicationScoped
class TemplateFiles implements Templates {
    private static final List<String> IDS = List.of("medical-office-manager");

    private final StoredJson json;
    private final List<Template> templates;

    TemplateFiles(StoredJson json) {
        this.json = json;
        this.templates = IDS.stream().map(this::read).toList();
    }

    @Override
    public List<Template> all() {
        return templates;
    }

    @Override
    public Optional<Template> find(String id) {
        return templates.stream().filter(template -> template.id().equals(id)).findFirst();
    }

    private record TemplateFile(
            String id,
            String title,
            Description description,
            List<Responsibility> responsibilities,
            List<Statement> skills,
            List<Statement> qualifications,
            List<FrequentQuestion> faq,
            List<ScreeningCriterion> screeningCriteria,
            List<InterviewQuestion> interviewQuestions,
            TestReference test,
            JsonNode rubric,
            List<VariantFile> rubricVariants,
            List<Template.Provenance> provenance) {}

    private record VariantFile(String id, String name, JsonNode rubric) {}

    private Template read(String id) {
        TemplateFile file = json.read(text("templates/" + id + ".json"), TemplateFile.class);
        JobProfile profile = new JobProfile(
                file.title(),
                file.description(),
                null,
                null,
                null,
                file.responsibilities(),
                file.skills(),
                file.qualifications(),
                file.faq());
        SelectionPlan plan = new SelectionPlan(
                json.write(file.rubric()), file.interviewQuestions(), file.screeningCriteria(), file.test());
        List<Template.Variant> variants = file.rubricVariants().stream()
                .map(variant -> new Template.Variant(variant.id(), variant.name(), json.write(variant.rubric())))
                .toList();
        return new Template(file.id(), profile, plan, variants, file.provenance());
    }

    private static String text(String resource) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + resource + " cannot be read", e);
        }
    }
}
