package dev.plumbline.job.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");

    private final Job drafted = Job.drafted(new UUID(0, 1), "receptionist", Drafts.draft(), MONDAY);

    @Test
    void starts_as_a_draft_nobody_has_heard_of() {
        assertThat(drafted.status()).isEqualTo(JobStatus.DRAFT);
        assertThat(drafted.revision()).isEqualTo(1);
        assertThat(drafted.publishedVersion()).isZero();
        assertThat(drafted.hasUnpublishedChanges()).isTrue();
    }

    @Test
    void every_change_is_a_new_revision() {
        Job published = drafted.amended(Drafts.draft(), MONDAY).published(TUESDAY);
        Job closed = published.closed(TUESDAY);
        assertThat(published.revision()).isEqualTo(3);
        assertThat(closed.revision()).isEqualTo(4);
    }

    @Test
    void versions_count_publications_and_not_changes() {
        Job twice = drafted.published(MONDAY)
                .amended(Drafts.draft(), MONDAY)
                .amended(Drafts.draft(), MONDAY)
                .published(TUESDAY);
        assertThat(twice.publishedVersion()).isEqualTo(2);
    }

    @Test
    void a_change_after_publishing_is_unpublished_until_the_next_time() {
        Job published = drafted.published(MONDAY);
        assertThat(published.hasUnpublishedChanges()).isFalse();
        assertThat(published.amended(Drafts.draft(), MONDAY).hasUnpublishedChanges())
                .isTrue();
        assertThat(published.amended(Drafts.draft(), MONDAY).published(TUESDAY).hasUnpublishedChanges())
                .isFalse();
    }

    @Test
    void closing_changes_nothing_about_the_draft() {
        Job published = drafted.published(MONDAY);
        assertThat(published.closed(TUESDAY).hasUnpublishedChanges()).isFalse();
        assertThat(published.amended(Drafts.draft(), MONDAY).closed(TUESDAY).hasUnpublishedChanges())
                .isTrue();
    }

    @Test
    void a_version_holds_what_the_job_was_at_that_moment() {
        Job published = drafted.published(TUESDAY);
        JobVersion version = JobVersion.of(published, AppliesTo.NEW_APPLICATIONS, "rita");
        assertThat(version.version()).isEqualTo(1);
        assertThat(version.publishedAt()).isEqualTo(TUESDAY);
        assertThat(version.plan()).isEqualTo(published.draft().plan());
    }

    @Test
    void a_draft_with_a_version_cannot_be() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Job(new UUID(0, 1), JobStatus.DRAFT, 1, null, Drafts.draft(), 1, 1, MONDAY, MONDAY));
    }
}
