package dev.plumbline.job.domain;

import java.util.List;
import java.util.Optional;

/**
 * A job that ships ready to be tailored.
 *
 * @param id readable, such as {@code medical-office-manager}
 * @param variants other rubrics that measure by the same test and questions
 * @param provenance which parts are a reading rather than the source's own
 */
public record Template(
        String id, JobProfile profile, SelectionPlan plan, List<Variant> variants, List<Provenance> provenance) {
    public Template {
        variants = List.copyOf(variants);
        provenance = List.copyOf(provenance);
    }

    /**
     * Another rubric for the same job.
     *
     * @param rubric JSON text
     */
    public record Variant(String id, String name, String rubric) {}

    /**
     * Where a part of a template comes from.
     *
     * @param pointer a JSON pointer from the template's root
     */
    public record Provenance(String pointer, String note) {}

    /** The rubric of a variant. */
    public Optional<String> variant(String variantId) {
        return variants.stream()
                .filter(variant -> variant.id().equals(variantId))
                .map(Variant::rubric)
                .findFirst();
    }
}
