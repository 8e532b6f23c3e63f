package dev.plumbline.decision.app;

import dev.plumbline.kit.rebuild.Difference;
import dev.plumbline.kit.rebuild.Difference.Kind;
import dev.plumbline.kit.rebuild.KeptSubjects;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Holds the decisions against the facts, for a rebuild: each application is decided again from all that is known of it. One
 * that comes to something else than stands there gets that as a new decision; of one that does not, nothing is written and
 * nothing published (docs/adr/0086).
 */
@ApplicationScoped
public class CompareDecisions implements KeptSubjects {
    private final KeptMarks marks;
    private final Applications applications;
    private final DecisionDesk desk;
    private final StandingDecisions standing;
    private final FanOuts fanOuts;
    private final int chunk;

    CompareDecisions(
            KeptMarks marks,
            Applications applications,
            DecisionDesk desk,
            StandingDecisions standing,
            FanOuts fanOuts,
            @ConfigProperty(name = "plumbline.fan-out.chunk", defaultValue = "200") int chunk) {
        this.marks = marks;
        this.applications = applications;
        this.desk = desk;
        this.standing = standing;
        this.fanOuts = fanOuts;
        this.chunk = chunk;
    }

    @Override
    public Map<UUID, String> marks(SortedSet<UUID> subjects) {
        return marks.of(subjects);
    }

    @Override
    public Comparison compareNext(@Nullable UUID after) {
        List<UUID> ids = applications.after(after, chunk);
        if (ids.isEmpty()) {
            return new Comparison(null, 0, List.of(), false);
        }
        Map<UUID, OpenApplication> open = desk.open(new TreeSet<>(ids), List.of());
        // Asked once the rubrics are read: a version that was read and has not reached everybody is on its way still.
        if (fanOuts.isAnyOpen()) {
            return new Comparison(after, 0, List.of(), true);
        }
        // In one statement: all these rows are locked meanwhile.
        Map<UUID, Integer> numbers = new HashMap<>();
        open.forEach(
                (id, application) -> application.standing().ifPresent(decided -> numbers.put(id, decided.number())));
        Map<UUID, PastDecision> history = standing.of(numbers);
        List<Difference> differences = new ArrayList<>();
        open.forEach((id, application) ->
                compare(application, history.get(id)).ifPresent(kind -> differences.add(new Difference(id, kind))));
        desk.putAway(open.values());
        return new Comparison(ids.getLast(), ids.size(), differences, false);
    }

    /** @param past the decision that it says it stands at, as the history has it; null where it has none */
    private static Optional<Kind> compare(OpenApplication application, @Nullable PastDecision past) {
        Optional<DecisionDraft> again = application.draft();
        if (again.isEmpty()) {
            // Nothing is said of what cannot be decided yet.
            return Optional.empty();
        }
        Optional<Standing> decided = application.standing();
        if (decided.isEmpty() || !again.get().isThatOf(decided.get())) {
            application.takeRubric();
            return Optional.of(Kind.RESULT);
        }
        boolean isInHistory = past != null && isThat(past, again.get(), decided.get());
        return isInHistory ? Optional.empty() : Optional.of(Kind.HISTORY);
    }

    private static boolean isThat(PastDecision past, DecisionDraft draft, Standing standing) {
        return past.contentDigest().equals(draft.contentDigest())
                && past.chainDigest().equals(standing.chainDigest())
                && past.inputDigest().equals(draft.inputDigest())
                && Arrays.equals(past.outcome(), draft.outcome());
    }
}
