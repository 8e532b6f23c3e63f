package dev.plumbline.interview.app;

import dev.plumbline.interview.domain.Attestation;
import dev.plumbline.interview.domain.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Shows what people say of the baselines. */
@ApplicationScoped
public class ReadAttestations {
    private final ApplicationFiles files;
    private final Ratings ratings;

    ReadAttestations(ApplicationFiles files, Ratings ratings) {
        this.files = files;
        this.ratings = ratings;
    }

    /** What the reader may see: the own word; others' by role, or on a panel, if the reader owes no form. */
    @Transactional
    public List<Attestation> visible(UUID applicationId, String person, boolean readsAll) {
        files.toRead(applicationId);
        Reader reader = files.reader(applicationId, person, readsAll);
        boolean others = (readsAll || reader.isOnAPanel()) && reader.owesNothing();
        return ratings.attestationsOf(applicationId).stream()
                .filter(a -> others || a.rater().equals(person))
                .toList();
    }
}
