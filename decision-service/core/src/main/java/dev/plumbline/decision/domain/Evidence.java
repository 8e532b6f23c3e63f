package dev.plumbline.decision.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about one application (decision semantics, section 3). Every list is sorted by the identity of its
 * rows and names nothing twice, so that the same evidence is the same value whatever order it arrived in. Evidence for
 * what the rubric does not have is kept, and ignored by the decision.
 *
 * @param panel one row for a question: several given ones are joined
 */
public record Evidence(
        List<SectionResult> sections,
        List<Panel> panel,
        List<Rating> ratings,
        List<RedFlag> redFlags,
        List<Attestation> attestations,
        List<ScreeningAnswer> screening,
        List<Waiver> waivers) {

    public static final Evidence NONE =
            new Evidence(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private static final Comparator<Rating> BY_QUESTION_AND_RATER =
            Comparator.comparing(Rating::question).thenComparing(Rating::rater);
    private static final Comparator<Attestation> BY_GATE_AND_RATER =
            Comparator.comparing(Attestation::gate).thenComparing(Attestation::rater);

    /** @throws IllegalArgumentException if an identity occurs twice */
    public Evidence {
        sections = Sorted.distinct(sections, Comparator.comparing(SectionResult::section), "sections");
        panel = Sorted.distinct(joined(panel), Comparator.comparing(Panel::question), "panel");
        ratings = Sorted.distinct(ratings, BY_QUESTION_AND_RATER, "ratings");
        redFlags = Sorted.distinct(redFlags, Comparator.comparing(RedFlag::id), "redFlags");
        attestations = Sorted.distinct(attestations, BY_GATE_AND_RATER, "attestations");
        screening = Sorted.distinct(screening, Comparator.comparing(ScreeningAnswer::criterion), "screening");
        waivers = Sorted.distinct(waivers, Comparator.comparing(Waiver::node), "waivers");
    }

    private static List<Panel> joined(List<Panel> rows) {
        if (rows.stream().map(Panel::question).distinct().count() == rows.size()) {
            return rows;
        }
        TreeMap<String, Set<String>> raters = new TreeMap<>();
        rows.forEach(row -> raters.computeIfAbsent(row.question(), question -> new TreeSet<>())
                .addAll(row.raters()));
        return raters.entrySet().stream()
                .map(entry -> new Panel(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    @Nullable SectionResult section(String section) {
        int at = Sorted.firstNotBelow(sections, SectionResult::section, section);
        return at < sections.size() && sections.get(at).section().equals(section) ? sections.get(at) : null;
    }

    /** Who is expected to rate the question, sorted. */
    List<String> panelOf(String question) {
        int at = Sorted.firstNotBelow(panel, Panel::question, question);
        return at < panel.size() && panel.get(at).question().equals(question)
                ? panel.get(at).raters()
                : List.of();
    }

    /** The answers to the question, sorted by rater. */
    List<Rating> ratingsOf(String question) {
        int from = Sorted.firstNotBelow(ratings, Rating::question, question);
        int to = from;
        while (to < ratings.size() && ratings.get(to).question().equals(question)) {
            to++;
        }
        return ratings.subList(from, to);
    }

    /** The attestations for the gate. */
    List<Attestation> attestationsOf(String gate) {
        int from = Sorted.firstNotBelow(attestations, Attestation::gate, gate);
        int to = from;
        while (to < attestations.size() && attestations.get(to).gate().equals(gate)) {
            to++;
        }
        return attestations.subList(from, to);
    }

    /** Whether the criterion of the screening is met; {@code null} while that is unknown. */
    @Nullable Boolean screeningOf(String criterion) {
        int at = Sorted.firstNotBelow(screening, ScreeningAnswer::criterion, criterion);
        return at < screening.size() && screening.get(at).criterion().equals(criterion)
                ? screening.get(at).met()
                : null;
    }
}
