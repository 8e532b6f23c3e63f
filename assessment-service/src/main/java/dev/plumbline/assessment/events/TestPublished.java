package dev.plumbline.assessment.events;

import dev.plumbline.assessment.domain.PublishedTest;
import java.math.BigDecimal;
import java.util.List;

/**
 * A version of a test was published: what its sections are worth; no items and no key.
 *
 * @param revision the version itself, since a version never changes
 */
public record TestPublished(String testId, int version, long revision, List<SectionPublished> sections) {

    public static final String TOPIC = "plumbline.tests.v1";
    public static final String TYPE = "dev.plumbline.test.published.v1";

    /**
     * @param possible points of full marks
     * @param questions how many items have a right answer
     */
    public record SectionPublished(String section, BigDecimal possible, int questions) {}

    public static TestPublished of(PublishedTest test) {
        return new TestPublished(
                test.id(),
                test.version(),
                test.version(),
                test.definition().sections().stream()
                        .map(section -> new SectionPublished(section.id(), section.possible(), section.questions()))
                        .toList());
    }
}
