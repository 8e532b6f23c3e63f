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
import dev.plumbline.decision.json.Digests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final UndecidedFacts undecided;
    private Facts facts;
    private boolean waiting;
    private @Nullable Standing standing;
    private @Nullable VerdictMark verdict;
    private @Nullable Set<String> owingBefore;
    private boolean changed;
    private int outOfScale;

    OpenApplication(Application application, Function<UUID, JobRubrics> rubrics, Instant now) {
        this.id = application.id();
        this.rubrics = rubrics;
        this.now = now;
        this.facts = application.facts();
        // Before the first decision all facts are undecided, and no rubric was there to look at any of them.
        boolean isUndecided = application.standing() == null;
        this.undecided = new UndecidedFacts(
                isUndecided ? facts.all() : application.undecided(), !isUndecided && !application.waiting());
        this.waiting = application.waiting();
        this.standing = application.standing();
        this.verdict = application.verdict();
    }

    /** Merges a fact, and decides if that changed what is known. */
    Outcome take(Fact fact, Trigger trigger) {
        facts.find(fact.identity())
                .filter(known -> known.revision() == fact.revision())
                .ifPresent(this::digest);
        Merged merged = facts.with(fact);
        boolean isNew = switch (merged.outcome()) {
            case Outcome.Taken _ -> true;
            case Outcome.Conflict conflict -> conflict.stays().equals(fact);
            case Outcome.Duplicate _, Outcome.Outdated _ -> false;
        };
        if (isNew) {
            // Versions of another job are other rubrics, though their numbers may be the same.
            boolean isOtherJob = fact.content() instanceof Lifecycle now
                    && facts.lifecycle()
                            .filter(before -> !before.jobId().equals(now.jobId()))
                            .isPresent();
            changed = true;
            noteOwing(fact.identity());
            facts = merged.facts();
            undecided.keep(fact);
            facts.lifecycle().ifPresent(lifecycle -> decide(lifecycle, trigger, isOtherJob));
        }
        return merged.outcome();
    }

    /** Who owes a rating is for panels and ratings to say: with any other fact nobody looks. */
    private void noteOwing(FactIdentity identity) {
        if (owingBefore == null
                && (identity instanceof FactIdentity.Panel || identity instanceof FactIdentity.Rating)) {
            owingBefore = facts.owing();
        }
    }

    /** Computes the digest of a fact that is about to be compared by it. */
    private void digest(Fact known) {
        if (known.contentSha256().equals(Application.UNCOMPUTED)) {
            List<Fact> digested = new ArrayList<>(facts.all());
            digested.remove(known);
            digested.add(new Fact(known.identity(), known.revision(), known.content(), Digests.fact(known.content())));
            facts = Facts.of(digested);
        }
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

    /** What its facts come to under the rubric that holds now, whatever stands there; empty while that is not known. */
    Optional<DecisionDraft> draft() {
        return facts.lifecycle()
                .flatMap(lifecycle -> Optional.ofNullable(rubricOf(lifecycle))
                        .map(rubric -> DecisionDraft.of(facts, rubric, lifecycle.isWithdrawn())));
    }

    void take(VerdictMark mark) {
        verdict = mark;
        changed = true;
    }

    /**
     * @param isDoubted whether even the same inputs may come to another decision: the application has moved to another
     *     job; or of two contents that one rubric version was published with, the smaller one stays, also where the other
     *     one has decided already
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
        outOfScale += undecided.countNewOutOfScale(derived);
        String inputDigest = Digests.input(evidence, rubric.version(), withdrawn);
        Standing previous = standing;
        if (previous == null || isDoubted || !previous.inputDigest().equals(inputDigest)) {
            Decision decision = rubric.rubric().decide(evidence);
            DecisionDraft draft = DecisionDraft.of(decision, rubric.version(), withdrawn, inputDigest);
            if (previous == null || !draft.isThatOf(previous)) {
                store(draft, lifecycle, trigger);
                undecided.clear();
            }
        }
    }

    private void store(DecisionDraft draft, Lifecycle lifecycle, Trigger trigger) {
        Standing previous = standing;
        boolean published = previous == null || !previous.publication().equals(draft.publication());
        int number = previous == null ? 1 : previous.number() + 1;
        String content = draft.contentDigest();
        String chain = Digests.chain(content, number, previous == null ? null : previous.chainDigest());
        StoredDecision stored = new StoredDecision(
                id,
                number,
                now,
                trigger,
                draft.rubricVersion(),
                draft.withdrawn(),
                published,
                draft.inputDigest(),
                content,
                chain,
                draft.decision(),
                draft.outcome(),
                previous == null ? facts.all() : undecided.all());
        VerdictMark stale = moveVerdict(content);
        decisions.add(new NewDecision(stored, lifecycle, previous, stale));
        standing = new Standing(
                number,
                draft.rubricVersion(),
                draft.inputDigest(),
                chain,
                draft.decision().recommendation(),
                draft.decision().band(),
                draft.decision().complete(),
                RankKey.of(draft.decision().total()),
                published || previous == null ? chain : previous.publishedChain(),
                draft.publication());
        changed = true;
    }

    /** The verdict that a new decision makes stale, or null. */
    private @Nullable VerdictMark moveVerdict(String contentDigest) {
        VerdictMark before = verdict;
        if (before == null) {
            return null;
        }
        VerdictMark after = before.after(contentDigest);
        verdict = after;
        return before.state() != State.STALE && after.state() == State.STALE ? before : null;
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

    /** Who owes a rating now; empty where that are those who did before. */
    Optional<Set<String>> newOwing() {
        Set<String> before = owingBefore;
        return before == null ? Optional.empty() : Optional.of(facts.owing()).filter(now -> !now.equals(before));
    }

    /** The row as it is to be written. */
    Application toApplication() {
        // Before the first decision all facts are undecided: it takes them all.
        return new Application(id, facts, standing == null ? List.of() : undecided.all(), waiting, standing, verdict);
    }
}
