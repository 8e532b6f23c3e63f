package dev.plumbline.decision.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The evidence that facts amount to.
 *
 * @param outOfScale ratings that lie outside the rating scale: they count as absent, and are to be reported; sorted
 */
public record DerivedEvidence(Evidence evidence, List<FactIdentity.Rating> outOfScale) {

    public DerivedEvidence {
        outOfScale = List.copyOf(outOfScale);
    }

    static DerivedEvidence from(Collection<Fact> facts, RatingScale scale) {
        Collector collector = new Collector(scale);
        for (Fact fact : facts) {
            FactContent content = fact.content();
            if (content != null) {
                collector.add(content);
            }
        }
        return collector.toEvidence();
    }

    /** Sorts contents into the lists of evidence. */
    private static final class Collector {

        private final RatingScale scale;
        private final List<SectionResult> sections = new ArrayList<>();
        private final List<Panel> panel = new ArrayList<>();
        private final List<Rating> ratings = new ArrayList<>();
        private final List<RedFlag> redFlags = new ArrayList<>();
        private final List<Attestation> attestations = new ArrayList<>();
        private final List<ScreeningAnswer> screening = new ArrayList<>();
        private final List<Waiver> waivers = new ArrayList<>();
        private final List<FactIdentity.Rating> outOfScale = new ArrayList<>();

        Collector(RatingScale scale) {
            this.scale = scale;
        }

        void add(FactContent content) {
            switch (content) {
                case SectionResult section -> sections.add(section);
                case Panel members -> panel.add(members);
                case Rating rating when rating.isOn(scale) -> ratings.add(rating);
                case Rating rating -> outOfScale.add(rating.identity());
                case RedFlag flag -> redFlags.add(flag);
                case Attestation attestation -> attestations.add(attestation);
                case ScreeningAnswers answers -> screening.addAll(answers.answers());
                case Waiver waiver -> waivers.add(waiver);
                case Lifecycle _ -> {}
            }
        }

        DerivedEvidence toEvidence() {
            outOfScale.sort(null);
            return new DerivedEvidence(
                    new Evidence(sections, panel, ratings, redFlags, attestations, screening, waivers), outOfScale);
        }
    }
}
