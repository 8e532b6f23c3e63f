package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.PublishedTest;
import dev.plumbline.assessment.domain.TestDraft;
import dev.plumbline.assessment.domain.TestReference;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where tests and their published versions are kept. */
public interface Tests {

    /** Adds a draft unless its id is taken; of several at the same moment one succeeds. */
    boolean add(TestDraft draft);

    Optional<TestDraft> draft(String id);

    /** The draft, held against other changes until the transaction ends. */
    Optional<TestDraft> draftForChange(String id);

    void change(TestDraft draft);

    void addVersion(PublishedTest version);

    Optional<PublishedTest> version(TestReference reference);

    /** Ascending, those above the given one. */
    List<PublishedTest> versions(String id, int after, int most);

    /** By id, after the given one. */
    List<TestDraft> drafts(@Nullable String after, int most);
}
