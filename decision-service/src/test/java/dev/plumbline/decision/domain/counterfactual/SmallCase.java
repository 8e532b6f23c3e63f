package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Attestation;
import dev.plumbline.decision.domain.Bands;
import dev.plumbline.decision.domain.Criterion;
import dev.plumbline.decision.domain.Criterion.Part;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.EvidenceSource;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.FlagCategory;
import dev.plumbline.decision.domain.FlagState;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.Gate.OnFail;
import dev.plumbline.decision.domain.Panel;
import dev.plumbline.decision.domain.QuestionCount;
import dev.plumbline.decision.domain.Rating;
import dev.plumbline.decision.domain.RatingScale;
import dev.plumbline.decision.domain.RatingScale.Mapping;
import dev.plumbline.decision.domain.RedFlag;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.domain.ScreeningAnswer;
import dev.plumbline.decision.domain.SectionResult;
import dev.plumbline.decision.domain.Threshold;
import dev.plumbline.decision.domain.Waiver;
import dev.plumbline.decision.domain.WaiverReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rubric and evidence made from a seed, so small that all that could be other can be tried: sections have a few
 * ten-thousandths of a point.
 */
final class SmallCase {
    private static final List<String> RATERS = List.of("ana", "ben", "cyd");
    private static final List<String> CRITERIA = List.of("permit", "degree");

    private final Random random;
    private final int points;
    private final RatingScale scale;
    private final List<String> nodes = new ArrayList<>();
    private final List<String> sections = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private final Rubric rubric;
    private final Evidence evidence;

    /** @param points the most that a section has, in ten-thousandths */
    SmallCase(long seed, int points) {
        random = new Random(seed);
        this.points = points;
        Mapping mapping = random.nextBoolean() ? Mapping.PROPORTIONAL : Mapping.MIN_MAX;
        scale = switch (random.nextInt(3)) {
            case 0 -> new RatingScale(Figure.ZERO, new Figure(25_000), mapping);
            case 1 -> new RatingScale(Figure.ONE, Figure.of(10), mapping);
            default -> new RatingScale(Figure.ONE, Figure.of(5), mapping);
        };
        Criterion.Inner root = inner("root", 1);
        rubric = new Rubric(scale, root, gates(), bands());
        evidence = new Evidence(sectionResults(), panel(), ratings(), flags(), attestations(), screening(), waivers());
    }

    Rubric rubric() {
        return rubric;
    }

    Evidence evidence() {
        return evidence;
    }

    private Bands bands() {
        int failBelow = random.nextInt(101);
        return random.nextInt(3) > 0
                ? new Bands(Figure.of(80), Figure.of(60))
                : new Bands(Figure.of(failBelow + random.nextInt(101 - failBelow)), Figure.of(failBelow));
    }

    private Criterion.Inner inner(String id, int depth) {
        nodes.add(id);
        int weight = 10 + random.nextInt(80);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(Figure.of(weight), child(id + "1", depth)));
        parts.add(new Part(Figure.of(100 - weight), child(id + "2", depth)));
        return new Criterion.Inner(id, id, false, parts);
    }

    private Criterion child(String id, int depth) {
        if (depth < 3 && random.nextInt(4) == 0) {
            return inner(id, depth + 1);
        }
        nodes.add(id);
        if (random.nextBoolean()) {
            sections.add(id);
            return new Criterion.Leaf(id, id, false, new EvidenceSource.AssessmentSection(id));
        }
        questions.add(id);
        return new Criterion.Leaf(id, id, false, new EvidenceSource.InterviewQuestion(id, 1 + random.nextInt(2)));
    }

    private List<Gate> gates() {
        List<Gate> gates = new ArrayList<>();
        int many = random.nextInt(4);
        for (int i = 0; i < many; i++) {
            Gate gate = gate("g" + i, random.nextInt(3) == 0 ? OnFail.DISCUSS : OnFail.REJECT);
            if (gate != null) {
                gates.add(gate);
            }
        }
        return gates;
    }

    private @Nullable Gate gate(String id, OnFail onFail) {
        Figure threshold = Figure.of(random.nextInt(3) == 0 ? random.nextInt(101) : 60);
        return switch (random.nextInt(6)) {
            case 0 -> new Gate.MinScore(id, onFail, some(nodes), new Threshold.AtLeast(threshold));
            case 1 -> new Gate.MinScore(id, onFail, some(nodes), new Threshold.MoreThan(threshold));
            case 2 -> sections.isEmpty() ? null : new Gate.MinRight(id, onFail, some(sections), threshold);
            case 3 -> new Gate.NoRedFlags(id, onFail, random.nextBoolean() ? Set.of() : Set.of(FlagCategory.OTHER));
            case 4 -> new Gate.Attestation(id, onFail, 1 + random.nextInt(3));
            default -> new Gate.Screening(id, onFail, some(CRITERIA));
        };
    }

    private <T> List<T> some(List<T> all) {
        List<T> some = new ArrayList<>(all);
        while (some.size() > 1 && random.nextInt(3) > 0) {
            some.remove(random.nextInt(some.size()));
        }
        return some;
    }

    private boolean isOften() {
        return random.nextInt(5) > 0;
    }

    private List<SectionResult> sectionResults() {
        List<SectionResult> results = new ArrayList<>();
        for (String section : sections) {
            int possible = points / 2 + random.nextInt(points / 2 + 1);
            int pending = random.nextInt(4) == 0 ? random.nextInt(possible + 1) : 0;
            int earned = random.nextInt(possible - pending + 1);
            int total = 1 + random.nextInt(4);
            int right = random.nextInt(total + 1);
            QuestionCount count =
                    isOften() ? new QuestionCount(right, total, random.nextInt(Math.min(2, total - right + 1))) : null;
            results.add(
                    new SectionResult(section, new Figure(earned), new Figure(possible), new Figure(pending), count));
        }
        return results;
    }

    private List<Panel> panel() {
        return questions.stream()
                .filter(question -> random.nextBoolean())
                .map(question -> new Panel(question, some(RATERS)))
                .toList();
    }

    private List<Rating> ratings() {
        List<Rating> ratings = new ArrayList<>();
        for (String question : questions) {
            for (String rater : some(RATERS)) {
                if (isOften()) {
                    ratings.add(new Rating(question, rater, rating()));
                }
            }
        }
        return ratings;
    }

    private @Nullable Figure rating() {
        long span = scale.max().tenThousandths() - scale.min().tenThousandths();
        return switch (random.nextInt(7)) {
            case 0 -> null;
            case 1 -> new Figure(scale.min().tenThousandths() + random.nextInt((int) span));
            case 2, 3 -> new Figure(scale.min().tenThousandths() + span / 20_000 * 10_000);
            default -> scale.max();
        };
    }

    private List<RedFlag> flags() {
        List<RedFlag> flags = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            flags.add(new RedFlag(
                    "rf" + i,
                    random.nextBoolean() ? FlagCategory.OTHER : FlagCategory.ETHICAL_LAPSE,
                    FlagState.values()[random.nextInt(3)]));
        }
        return flags;
    }

    private List<Attestation> attestations() {
        List<Attestation> attestations = new ArrayList<>();
        for (Gate gate : rubric.gates()) {
            RATERS.stream()
                    .filter(rater -> random.nextBoolean())
                    .forEach(rater -> attestations.add(new Attestation(gate.id(), rater, random.nextBoolean())));
        }
        return attestations;
    }

    private List<ScreeningAnswer> screening() {
        return CRITERIA.stream()
                .filter(criterion -> isOften())
                .map(criterion -> new ScreeningAnswer(criterion, random.nextInt(4) == 0 ? null : random.nextBoolean()))
                .toList();
    }

    private List<Waiver> waivers() {
        return nodes.stream()
                .filter(node -> random.nextInt(15) == 0)
                .map(node -> new Waiver(node, WaiverReason.ACCOMMODATION))
                .toList();
    }
}
