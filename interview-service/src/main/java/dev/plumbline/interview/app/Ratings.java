package dev.plumbline.interview.app;

import dev.plumbline.interview.domain.Attestation;
import dev.plumbline.interview.domain.Correction;
import dev.plumbline.interview.domain.Rating;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The store of what raters say: ratings with their corrections, and attestations. */
public interface Ratings {
    /** All ratings of an application, drafts too, by question and rater. */
    List<Rating> of(UUID application);

    /** Stores a new one or a changed one. */
    void save(UUID application, Rating rating, Instant at);

    /** The corrections of an application's ratings, oldest first. */
    List<Correction> correctionsOf(UUID application);

    /** Stores a correction. */
    void add(UUID application, Correction correction);

    /** All attestations of an application that were not taken back, by gate and rater. */
    List<Attestation> attestationsOf(UUID application);

    /** One person's word on one gate, taken back or not. */
    Optional<Attestation> attestation(UUID application, String gate, String rater);

    /** Stores a new one or a changed one. */
    void save(UUID application, Attestation attestation, Instant at);

    /** Deletes every word anyone wrote about the application's candidate here; numbers stay. */
    void eraseWords(UUID application);
}
