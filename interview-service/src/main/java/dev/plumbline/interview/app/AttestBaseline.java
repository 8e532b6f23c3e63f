package dev.plumbline.interview.app;

import dev.plumbline.interview.domain.Application;
import dev.plumbline.interview.domain.Attestation;
import dev.plumbline.interview.domain.Judgement;
import dev.plumbline.interview.events.InterviewFacts;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a person's word on a baseline. */
@ApplicationScoped
public class AttestBaseline {
    private final ApplicationFiles files;
    private final Ratings ratings;
    private final OthersSeen othersSeen;
    private final InterviewFacts facts;
    private final Clock clock;

    AttestBaseline(ApplicationFiles files, Ratings ratings, OthersSeen othersSeen, InterviewFacts facts, Clock clock) {
        this.files = files;
        this.ratings = ratings;
        this.othersSeen = othersSeen;
        this.facts = facts;
        this.clock = clock;
    }

    /** A person, with what gives them a say: an assessor has one on every application, others only on a panel. */
    public record Witness(String person, boolean isAssessor) {}

    /** Gives the caller's word on a gate; the last one counts. Refused to who was shown others' words on it first. */
    @Transactional
    public Attestation attest(UUID applicationId, String gate, Witness witness, boolean met, @Nullable String note) {
        Application application = files.toWrite(applicationId);
        requireASay(applicationId, witness);
        if (!files.rubricOf(application).attestationGates().contains(gate)) {
            throw new ProblemException(new KitError.NotFound("attestation gate", gate));
        }
        Optional<Attestation> before = ratings.attestation(applicationId, gate, witness.person());
        if (before.isEmpty()) {
            requireUnswayed(applicationId, gate, witness.person());
        }
        Attestation after = before.map(a -> a.with(met, note))
                .orElseGet(() -> Attestation.first(gate, witness.person(), met, note));
        store(applicationId, before, after);
        return after;
    }

    /** Takes the caller's own word on a gate back, if there is one; also from a panel that seats them no more. */
    @Transactional
    public void takeBack(UUID applicationId, String gate, String person) {
        files.toWrite(applicationId);
        // Among those that there are: any text may stand in the path, and no database keeps each.
        Optional<Attestation> before = ratings.attestationsOf(applicationId).stream()
                .filter(given -> given.gate().equals(gate) && given.rater().equals(person))
                .findFirst();
        before.ifPresent(given -> store(applicationId, before, given.takenBack()));
    }

    private void store(UUID applicationId, Optional<Attestation> before, Attestation after) {
        ratings.save(applicationId, after, Timestamps.now(clock));
        if (before.isEmpty() || before.get().revision() < after.revision()) {
            facts.attested(applicationId, after);
        }
    }

    private void requireUnswayed(UUID applicationId, String gate, String person) {
        if (othersSeen.by(applicationId, person).contains(Judgement.ofGate(gate))) {
            throw new ProblemException(new InterviewError.OthersSeenFirst(
                    "You have read others' words on this baseline of this candidate, so yours would not be your own.",
                    List.of()));
        }
    }

    private void requireASay(UUID applicationId, Witness witness) {
        if (!witness.isAssessor()
                && !files.reader(applicationId, witness.person(), false).isOnAPanel()) {
            throw ApplicationFiles.noApplication(applicationId).get();
        }
    }
}
