package dev.plumbline.job.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a job says differently from its template. A part that is null stays as the template has it; a list that is given
 * replaces the template's, while responsibilities can be added and removed one by one too.
 *
 * @param removeResponsibilities ids of the template's
 */
public record ProfileTailoring(
        @Nullable String title,
        @Nullable String function,
        @Nullable String coreFocus,
        @Nullable String scope,
        @Nullable Organization organization,
        @Nullable Location location,
        @Nullable Employment employment,
        @Nullable List<Responsibility> responsibilities,
        List<Responsibility> addResponsibilities,
        List<String> removeResponsibilities,
        @Nullable List<Statement> skills,
        @Nullable List<Statement> qualifications,
        @Nullable List<FrequentQuestion> faq) {
    public ProfileTailoring {
        addResponsibilities = List.copyOf(addResponsibilities);
        removeResponsibilities = List.copyOf(removeResponsibilities);
    }

    /** What of this contradicts itself, whatever the template, by JSON pointer from the tailoring's root. */
    public List<Finding> contradictions() {
        return responsibilities != null && !(addResponsibilities.isEmpty() && removeResponsibilities.isEmpty())
                ? List.of(new Finding(
                        "/responsibilities",
                        "replaces all of them; leave out addResponsibilities, removeResponsibilities"))
                : List.of();
    }

    /** What of this cannot be done to the template, by JSON pointer from the tailoring's root; empty where all can. */
    public List<Finding> findings(JobProfile template) {
        List<Finding> contradictions = contradictions();
        if (!contradictions.isEmpty()) {
            return contradictions;
        }
        Set<String> ids = template.responsibilities().stream()
                .map(Responsibility::id)
                .collect(Collectors.toCollection(HashSet::new));
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < removeResponsibilities.size(); i++) {
            if (!ids.remove(removeResponsibilities.get(i))) {
                findings.add(new Finding("/removeResponsibilities/" + i, "is no responsibility of the template"));
            }
        }
        for (int i = 0; i < addResponsibilities.size(); i++) {
            if (!ids.add(addResponsibilities.get(i).id())) {
                findings.add(new Finding("/addResponsibilities/" + i + "/id", "is used by another responsibility"));
            }
        }
        return findings;
    }

    /** The tailored profile, where there are no findings. */
    public JobProfile applyTo(JobProfile template) {
        return new JobProfile(
                or(title, template.title()),
                new Description(
                        or(function, template.description().function()),
                        or(coreFocus, template.description().coreFocus()),
                        or(scope, template.description().scope())),
                organization == null ? template.organization() : organization,
                location == null ? template.location() : location,
                employment == null ? template.employment() : employment,
                tailoredResponsibilities(template),
                or(skills, template.skills()),
                or(qualifications, template.qualifications()),
                or(faq, template.faq()));
    }

    private List<Responsibility> tailoredResponsibilities(JobProfile template) {
        if (responsibilities != null) {
            return responsibilities;
        }
        Stream<Responsibility> kept = template.responsibilities().stream()
                .filter(responsibility -> !removeResponsibilities.contains(responsibility.id()));
        return Stream.concat(kept, addResponsibilities.stream()).toList();
    }

    private static <T> T or(@Nullable T given, T template) {
        return Objects.requireNonNullElse(given, template);
    }
}
