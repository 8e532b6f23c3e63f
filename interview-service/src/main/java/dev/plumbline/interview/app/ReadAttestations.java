package dev.plumbline.interview.app;

import dev.plumbline.interview.domain.Application;
import dev.plumbline.interview.domain.Attestation;
import dev.plumbline.interview.domain.Judgement;
import dev.plumbline.interview.domain.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows what people say of the baselines. */
@ApplicationScoped
public class ReadAttestations {
    private final ApplicationFiles files;
    private final Ratings ratings;
    private final OthersSeen othersSeen;

    ReadAttestations(ApplicationFiles files, Ratings ratings, OthersSeen othersSeen) {
        this.files = files;
        this.ratings = ratings;
        this.othersSeen = othersSeen;
    }

    /**
     * What the reader may see: the own word; others' by role, or on a panel, if the reader owes no form. Who is on a panel
     * and can still attest on a gate sees others' words on it after their own; what is shown to who gave none is put on
     * record (ADR 56).
     *
     * @param isShown whether anybody will see it: the answer to a HEAD request shows nobody anything
     */
    @Transactional
    public List<Attestation> visible(UUID applicationId, String person, boolean readsAll, boolean isShown) {
        Application application = readsAll ? files.locked(applicationId) : files.toRead(applicationId);
        Reader reader = files.reader(applicationId, person, readsAll);
        List<Attestation> all = ratings.attestationsOf(applicationId);
        Set<String> own = all.stream()
                .filter(a -> a.rater().equals(person))
                .map(Attestation::gate)
                .collect(Collectors.toSet());
        Set<String> owed = reader.isOnAPanel() ? owed(application, own) : Set.of();
        boolean others = (readsAll || reader.isOnAPanel()) && reader.owesNothing();
        List<Attestation> visible = all.stream()
                .filter(a -> a.rater().equals(person) || (others && !owed.contains(a.gate())))
                .toList();
        if (readsAll && isShown) {
            othersSeen.add(applicationId, person, swayedBy(visible, own));
        }
        return visible;
    }

    private Set<String> owed(Application application, Set<String> own) {
        if (application.erased()) {
            return Set.of();
        }
        Set<String> gates = new HashSet<>(files.rubricOf(application).attestationGates());
        gates.removeAll(own);
        return gates;
    }

    private static List<Judgement> swayedBy(List<Attestation> visible, Set<String> own) {
        return visible.stream()
                .map(Attestation::gate)
                .filter(gate -> !own.contains(gate))
                .distinct()
                .map(Judgement::ofGate)
                .toList();
    }
}
