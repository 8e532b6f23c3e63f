package dev.plumbline.job.domain;

import dev.plumbline.job.domain.RubricOutline.Use;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is known here of a published version of a test: never its items, never its key.
 *
 * @param revision of the fact that told it; the highest wins
 */
public record TestVersion(TestReference reference, long revision, List<Section> sections) {
    public TestVersion {
        sections = List.copyOf(sections);
    }

    /**
     * A section of a test.
     *
     * @param questions how many of its items have a right answer, 0 or more
     */
    public record Section(String section, int questions) {}

    /**
     * Where this test and a rubric do not match, by JSON pointer from the job's root: a leaf without a section, a section
     * without a leaf, and a gate that counts right answers where none can be right.
     */
    public List<Finding> mismatches(RubricOutline rubric) {
        Map<String, Section> known =
                sections.stream().collect(Collectors.toUnmodifiableMap(Section::section, Function.identity()));
        List<Finding> findings = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (Use leaf : rubric.sections()) {
            used.add(leaf.name());
            if (!known.containsKey(leaf.name())) {
                findings.add(new Finding("/rubric" + leaf.pointer(), "the pinned test has no section " + leaf.name()));
            }
        }
        for (Section section : sections) {
            if (!used.contains(section.section())) {
                findings.add(new Finding("/test", "no leaf of the rubric uses the section " + section.section()));
            }
        }
        for (Use counted : rubric.countedSections()) {
            Section section = known.get(counted.name());
            if (section != null && section.questions() == 0) {
                findings.add(new Finding(
                        "/rubric" + counted.pointer(),
                        "the section " + counted.name() + " has no question with a right answer to count"));
            }
        }
        return findings;
    }
}
