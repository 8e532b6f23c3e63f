package dev.plumbline.interview.app;

import dev.plumbline.interview.domain.Application;
import dev.plumbline.interview.domain.Attestation;
import dev.plumbline.interview.events.InterviewFacts;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a person's word on a baseline. */
@ApplicationScoped
public class AttestBaseline {
    private final ApplicationFiles files;
    private final Ratings ratings;
    private final InterviewFacts facts;
    private final Clock clock;

    AttestBaseline(ApplicationFiles files, Ratings ratings, InterviewFacts facts, Clock clock) {
        this.files = files;
        this.ratings = ratings;
        this.facts = facts;
        this.clock = clock;
    }

    /** A person, with what gives them a say: an assessor has one on every application, others only on a panel. */
    public record Witness(String person, boolean isAssessor) {}

    /** Gives the caller's word on a gate; the last one counts. */
    @Transactional
    public Attestation attest(UUID applicationId, String gate, Witness witness, boolean met, @Nullable String note) {
        Application application = files.toWrite(applicationId);
        requireASay(applicationId, witness);
        if (!files.rubricOf(application).attestationGates().contains(gate)) {
            throw new ProblemException(new KitError.NotFound("attestation gate", gate));
        }
        Optional<Attestation> before = ratings.attestation(applicationId, gate, witness.person());
        Attestation after = before.map(a -> a.with(met, note))
                .orElseGet(() -> new Attestation(gate, witness.person(), met, note, 1));
        ratings.save(applicationId, after, Timestamps.now(clock));
        if (before.isEmpty() || before.get().revision() < after.revision()) {
            facts.attested(applicationId, after);
        }
        return after;
    }

    private void requireASay(UUID applicationId, Witness witness) {
        if (!witness.isAssessor()
                && !files.reader(applicationId, witness.person(), false).isOnAPanel()) {
            throw ApplicationFiles.noApplication(applicationId).get();
        }
    }
}
