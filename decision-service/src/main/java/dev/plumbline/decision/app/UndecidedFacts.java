package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.DerivedEvidence;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.FactIdentity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The facts that an application has taken since its latest decision, which are stored with the next one, whatever that
 * takes: also one that changes nothing now, such as a rating outside the scale, may count under another rubric, and
 * whoever folds the history must find it.
 */
final class UndecidedFacts {
    private final List<Fact> facts;
    private final Set<FactIdentity> lookedAt = new HashSet<>();

    /** @param areLookedAt whether evidence was derived with all of them before */
    UndecidedFacts(List<Fact> facts, boolean areLookedAt) {
        this.facts = new ArrayList<>(facts);
        if (areLookedAt) {
            facts.forEach(fact -> lookedAt.add(fact.identity()));
        }
    }

    void keep(Fact fact) {
        facts.removeIf(older -> older.identity().equals(fact.identity()));
        lookedAt.remove(fact.identity());
        facts.add(fact);
    }

    /** Looks at those it has not before; how many of them are ratings outside the scale. */
    int countNewOutOfScale(DerivedEvidence derived) {
        int count = 0;
        for (Fact fact : facts) {
            boolean isNew = lookedAt.add(fact.identity());
            if (isNew
                    && fact.identity() instanceof FactIdentity.Rating rating
                    && derived.outOfScale().contains(rating)) {
                count++;
            }
        }
        return count;
    }

    /** Forgets them all: they are decided. */
    void clear() {
        facts.clear();
        lookedAt.clear();
    }

    boolean isEmpty() {
        return facts.isEmpty();
    }

    List<Fact> all() {
        return List.copyOf(facts);
    }
}
