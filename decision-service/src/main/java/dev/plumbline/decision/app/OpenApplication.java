package dev.plumbline.decision.app;

import dev.plumbline.decision.app.VerdictMark.State;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.DerivedEvidence;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.FactIdentity;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.Merged;
import dev.plumbline.decision.domain.Merged.Outcome;
import dev.plumbline.decision.json.CanonicalJson;
import dev.plumbline.decision.json.Digests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An application whose row the transaction holds. It takes facts one by one, decides each in its turn, and collects what
 * is to be written: its row once, each of its decisions.
 */
final class OpenApplication {
    private final UUID id;
    private final Function<UUID, JobRubrics> rubrics;
    private final Instant now;
    private final List<NewDecision> decisions = new ArrayList<>(1);
    private final List<Fact> undecided;
    private Facts facts;
    private boolean waiting;
    private @Nullable Standing standing;
    private @Nullable VerdictMark verdict;
    private boolean changed;
    private int outOfScale;

    /**
     * A decision of this transaction.
     *
     * @param lifecycle the application's, when it was made
     * @param previous where the application stood before it; null before the first
     * @param staleVerdict the verdict that it made stale, or null
     */
    record NewDecision(
            StoredDecision stored,
            Lifecycle lifecycle,
            @Nullable Standing previous,
            @Nullable VerdictMark staleVerdict) {}

    OpenApplication(Application application, Function<UUID, JobRubrics> rubrics, Instant now) {
        this.id = application.id();
        this.rubrics = rubrics;
        this.now = now;
        this.facts = application.facts();
        this.undecided = new ArrayList<>(application.undecided());
        this.waiting = application.waiting();
        this.standing = application.standing();
        this.verdict = application.verdict();
    }

    /** Merges a fact, and decides if that changed what is known. */
    Outcome take(Fact fact, Trigger trigger) {
        Merged merged = facts.with(fact);
        boolean isNew = switch (merged.outcome()) {
            case Outcome.Taken _ -> true;
            case Outcome.Conflict conflict -> conflict.stays().equals(fact);
            case Outcome.Duplicate _, Outcome.Outdated _ -> false;
        };
        if (isNew) {
            changed = true;
            facts = merged.facts();
            undecided.add(fact);
            facts.lifecycle().ifPresent(lifecycle -> decide(lifecycle, trigger, false));
        }
        return merged.outcome();
    }

    /** Decides under the rubric that holds now: for one that waited for it, or that a newer version has reached. */
    void takeRubric() {
        facts.lifecycle().ifPresent(lifecycle -> {
            RubricVersion rubric = rubricOf(lifecycle);
            if (rubric != null) {
                changed |= waiting || !undecided.isEmpty();
                decide(lifecycle, rubric.trigger(), true);
            }
        });
    }

    void take(VerdictMark mark) {
        verdict = mark;
        changed = true;
    }

    /**
     * @param isDoubted whether even the same inputs may come to another decision: of two contents that one rubric version
     *     was published with, the smaller one stays, also where the other one has decided already
     */
    private void decide(Lifecycle lifecycle, Trigger trigger, boolean isDoubted) {
        RubricVersion rubric = rubricOf(lifecycle);
        waiting = rubric == null;
        if (rubric == null) {
            return;
        }
        boolean withdrawn = lifecycle.isWithdrawn();
        DerivedEvidence derived = facts.evidence(rubric.rubric().rubric().ratingScale());
        Evidence evidence = derived.evidence();
        outOfScale += countNewIn(derived);
        String inputDigest = Digests.input(evidence, rubric.version(), withdrawn);
        Standing previous = standing;
        if (previous == null || isDoubted || !previous.inputDigest().equals(inputDigest)) {
            Decision decision = rubric.rubric().decide(evidence);
            Draft draft = new Draft(decision, rubric.version(), withdrawn, inputDigest);
            if (previous == null || !draft.isThatOf(previous)) {
                store(draft, lifecycle, trigger);
            }
        }
        undecided.clear();
    }

    private record Draft(Decision decision, int rubricVersion, boolean withdrawn, String inputDigest, byte[] outcome) {
        Draft(Decision decision, int rubricVersion, boolean withdrawn, String inputDigest) {
            this(
                    decision,
                    rubricVersion,
                    withdrawn,
                    inputDigest,
                    CanonicalJson.content(decision, rubricVersion, withdrawn, null));
        }

        /** The same as {@link Digests#publication}, over bytes that are there already. */
        String publication() {
            return Sha256.hex(outcome);
        }

        boolean isThatOf(Standing standing) {
            return inputDigest.equals(standing.inputDigest()) && publication().equals(standing.publication());
        }

        String content() {
            return Digests.content(decision, rubricVersion, withdrawn, inputDigest);
        }
    }

    private void store(Draft draft, Lifecycle lifecycle, Trigger trigger) {
        Standing previous = standing;
        String publication = draft.publication();
        boolean published = previous == null || !previous.publication().equals(publication);
        int number = previous == null ? 1 : previous.number() + 1;
        String content = draft.content();
        String chain = Digests.chain(content, number, previous == null ? null : previous.chainDigest());
        StoredDecision stored = new StoredDecision(
                id,
                number,
                now,
                trigger,
                draft.rubricVersion,
                draft.withdrawn,
                published,
                draft.inputDigest,
                content,
                chain,
                draft.decision,
                draft.outcome,
                previous == null ? facts.all() : List.copyOf(undecided));
        VerdictMark stale = moveVerdict(content);
        decisions.add(new NewDecision(stored, lifecycle, previous, stale));
        standing = new Standing(
                number,
                draft.rubricVersion,
                draft.inputDigest,
                chain,
                draft.decision.recommendation(),
                draft.decision.band(),
                draft.decision.complete(),
                RankKey.of(draft.decision.total()),
                published || previous == null ? chain : previous.publishedChain(),
                publication);
        changed = true;
    }

    /** The verdict that a new decision makes stale, or null. */
    private @Nullable VerdictMark moveVerdict(String contentDigest) {
        VerdictMark current = verdict;
        if (current == null) {
            return null;
        }
        return switch (current.state()) {
            case STALE -> null;
            case AWAITED -> {
                // A rebuild has come to the evidence that the verdict was given on: from here on it can become stale.
                verdict = current.contentDigest().equals(contentDigest) ? current.in(State.STANDING) : current;
                yield null;
            }
            case STANDING -> {
                verdict = current.in(State.STALE);
                yield current;
            }
        };
    }

    private int countNewIn(DerivedEvidence derived) {
        if (derived.outOfScale().isEmpty()) {
            return 0;
        }
        return (int) undecided.stream()
                .filter(fact -> fact.identity() instanceof FactIdentity.Rating rating
                        && derived.outOfScale().contains(rating))
                .count();
    }

    private @Nullable RubricVersion rubricOf(Lifecycle lifecycle) {
        JobRubrics job = rubrics.apply(UUID.fromString(lifecycle.jobId()));
        return job.version(lifecycle.effectiveRubricVersion(job.newestForAllOpen()));
    }

    /** What is known now, for those who write a fact themselves. */
    Facts facts() {
        return facts;
    }

    /** The rubric it is decided under now; empty while that is not known. */
    Optional<CompiledRubric> rubric() {
        return facts.lifecycle().map(this::rubricOf).map(RubricVersion::rubric);
    }

    /** Whether it waits for a rubric, and so its latest decision is not the last word on its facts. */
    boolean isWaiting() {
        return waiting;
    }

    Optional<Standing> standing() {
        return Optional.ofNullable(standing);
    }

    Optional<VerdictMark> verdict() {
        return Optional.ofNullable(verdict);
    }

    List<NewDecision> decisions() {
        return List.copyOf(decisions);
    }

    /** How many ratings came in that lie outside the scale of their rubric, and so count as absent. */
    int outOfScale() {
        return outOfScale;
    }

    boolean isChanged() {
        return changed;
    }

    /** The row as it is to be written. */
    Application toApplication() {
        // Before the first decision all facts are undecided: it takes them all.
        return new Application(id, facts, standing == null ? List.of() : undecided, waiting, standing, verdict);
    }
}
