package dev.plumbline.job.persistence;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of {@code test_version}. */
@Entity
@Table(name = "test_version")
@SuppressWarnings("NullAway.Init") // Hibernate fills what the schema says is never null.
class TestVersionEntity {
    @EmbeddedId
    Key key;

    long revision;
    String sections;

    /** Which version of which test. */
    @Embeddable
    record Key(String testId, int version) {}
}
