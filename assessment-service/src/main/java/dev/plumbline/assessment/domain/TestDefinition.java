package dev.plumbline.assessment.domain;

import java.util.List;
import java.util.Optional;

/**
 * What a test is made of.
 *
 * @param durationMinutes working time without any accommodation
 */
public record TestDefinition(String title, String instructions, int durationMinutes, List<Section> sections) {

    public TestDefinition {
        sections = List.copyOf(sections);
    }

    public Optional<Item> item(String id) {
        return sections.stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> item.id().equals(id))
                .findFirst();
    }

    public Optional<Section> section(String id) {
        return sections.stream().filter(section -> section.id().equals(id)).findFirst();
    }
}
