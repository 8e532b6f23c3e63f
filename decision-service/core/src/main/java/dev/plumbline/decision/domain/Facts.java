package dev.plumbline.decision.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about one application: of each identity the highest revision. Merging is associative, commutative
 * and idempotent, so duplicates and any order of arrival end at the same facts (decision semantics, section 8).
 * Immutable.
 */
public final class Facts {

    public static final Facts NONE = new Facts(Map.of());

    private final Map<FactIdentity, Fact> byIdentity;

    private Facts(Map<FactIdentity, Fact> byIdentity) {
        this.byIdentity = byIdentity;
    }

    /** The given facts merged; conflicts are settled without a report. */
    public static Facts of(Iterable<Fact> facts) {
        Map<FactIdentity, Fact> byIdentity = new HashMap<>();
        for (Fact fact : facts) {
            byIdentity.merge(fact.identity(), fact, Facts::stronger);
        }
        return new Facts(byIdentity);
    }

    private static Fact stronger(Fact known, Fact fact) {
        if (known.revision() != fact.revision()) {
            return known.revision() > fact.revision() ? known : fact;
        }
        return known.contentSha256().compareTo(fact.contentSha256()) <= 0 ? known : fact;
    }

    /** These facts and one more. */
    public Merged with(Fact fact) {
        Fact known = byIdentity.get(fact.identity());
        if (known == null || known.revision() < fact.revision()) {
            return new Merged(replacing(fact), new Merged.Outcome.Taken());
        }
        if (known.revision() > fact.revision()) {
            return new Merged(this, new Merged.Outcome.Outdated());
        }
        if (known.contentSha256().equals(fact.contentSha256())) {
            return new Merged(this, new Merged.Outcome.Duplicate());
        }
        return stronger(known, fact).equals(known)
                ? new Merged(this, new Merged.Outcome.Conflict(known, fact))
                : new Merged(replacing(fact), new Merged.Outcome.Conflict(fact, known));
    }

    private Facts replacing(Fact fact) {
        Map<FactIdentity, Fact> replaced = new HashMap<>(byIdentity);
        replaced.put(fact.identity(), fact);
        return new Facts(replaced);
    }

    /** Every fact, tombstones too, sorted by identity. */
    public List<Fact> all() {
        return byIdentity.values().stream()
                .sorted((one, other) -> one.identity().compareTo(other.identity()))
                .toList();
    }

    public Optional<Fact> find(FactIdentity identity) {
        return Optional.ofNullable(byIdentity.get(identity));
    }

    /** Where the application stands; empty before it is known to be submitted: until then its facts are kept and wait. */
    public Optional<Lifecycle> lifecycle() {
        return find(new FactIdentity.Lifecycle()).map(Fact::content).map(Lifecycle.class::cast);
    }

    /** Who is on the panel of a question and has not answered it, neither by a rating nor by "not applicable". */
    public Set<String> owing() {
        Set<String> owing = new HashSet<>();
        for (Fact fact : byIdentity.values()) {
            if (fact.content() instanceof Panel panel) {
                for (String rater : panel.raters()) {
                    if (!hasAnswered(rater, panel.question())) {
                        owing.add(rater);
                    }
                }
            }
        }
        return Set.copyOf(owing);
    }

    private boolean hasAnswered(String rater, String question) {
        return find(new FactIdentity.Rating(question, rater)).map(Fact::content).isPresent();
    }

    /** The evidence in these facts, once the rating scale is known. */
    public DerivedEvidence evidence(RatingScale scale) {
        return DerivedEvidence.from(byIdentity.values(), scale);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts that && byIdentity.equals(that.byIdentity);
    }

    @Override
    public int hashCode() {
        return byIdentity.hashCode();
    }

    @Override
    public String toString() {
        return byIdentity.size() + " facts";
    }
}
