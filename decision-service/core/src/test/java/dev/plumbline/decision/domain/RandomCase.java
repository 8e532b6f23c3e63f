package dev.plumbline.decision.domain;

import dev.plumbline.decision.domain.Criterion.Inner;
import dev.plumbline.decision.domain.Criterion.Part;
import dev.plumbline.decision.domain.Gate.OnFail;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rubric and evidence made from a seed: small enough to be thought through, odd enough to meet the corners. */
public final class RandomCase {

    private static final List<String> RATERS = List.of("ana", "ben", "cy", "di");
    private static final List<String> CRITERIA = List.of("c1", "c2");

    private final Random random;
    private final RatingScale scale;
    private final List<String> nodes = new ArrayList<>();
    private final List<String> rated = new ArrayList<>();
    private final List<String> sections = new ArrayList<>();
    private final List<EvidenceSource.InterviewQuestion> questions = new ArrayList<>();
    private final int maxLeaves;
    private final Rubric rubric;
    private final Evidence evidence;
    private int count;

    /** @param maxLeaves at most so many leaves, 1 or more */
    public RandomCase(long seed, int maxLeaves) {
        random = new Random(seed);
        this.maxLeaves = maxLeaves;
        scale = random.nextInt(3) == 0
                ? new RatingScale(Figure.ZERO, Samples.figure("2.5"), mapping())
                : new RatingScale(Figure.ONE, Figure.of(random.nextBoolean() ? 5 : 3), mapping());
        Inner root = inner("root", 1);
        rubric = new Rubric(scale, root, gates(), bands());
        evidence = randomEvidence();
    }

    public Rubric rubric() {
        return rubric;
    }

    public Evidence evidence() {
        return evidence;
    }

    private RatingScale.Mapping mapping() {
        return random.nextBoolean() ? RatingScale.Mapping.PROPORTIONAL : RatingScale.Mapping.MIN_MAX;
    }

    private Bands bands() {
        int failBelow = random.nextInt(101);
        return random.nextInt(3) > 0
                ? Samples.EIGHTY_SIXTY
                : new Bands(Figure.of(failBelow + random.nextInt(101 - failBelow)), Figure.of(failBelow));
    }

    private Inner inner(String id, int depth) {
        nodes.add(id);
        int parts = 1 + random.nextInt(3);
        List<Part> children = new ArrayList<>();
        long left = Figure.HUNDRED.tenThousandths();
        for (int i = 0; i < parts; i++) {
            long weight =
                    i == parts - 1 ? left : Math.max(1, left / (parts - i) / 7000 * (5000 + random.nextInt(2000)));
            left -= weight;
            children.add(new Part(new Figure(weight), child(depth + 1)));
        }
        return new Inner(id, "Group", random.nextBoolean(), children);
    }

    private Criterion child(int depth) {
        String id = "n" + ++count;
        boolean mayBranch = depth < 4 && sections.size() + questions.size() < maxLeaves - 1;
        if (mayBranch && random.nextInt(3) == 0) {
            return inner(id, depth);
        }
        nodes.add(id);
        if (random.nextBoolean()) {
            sections.add(id);
            return Samples.section(id);
        }
        rated.add(id);
        Criterion.Leaf leaf = Samples.question(id, 1 + random.nextInt(2));
        questions.add((EvidenceSource.InterviewQuestion) leaf.source());
        return leaf;
    }

    private OnFail onFail() {
        return random.nextInt(3) == 0 ? OnFail.DISCUSS : OnFail.REJECT;
    }

    private List<Gate> gates() {
        List<Gate> gates = new ArrayList<>();
        int many = random.nextInt(4);
        for (int i = 0; i < many; i++) {
            Gate gate = gate("g" + i, random.nextInt(7));
            if (gate != null) {
                gates.add(gate);
            }
        }
        return gates;
    }

    private @Nullable Gate gate(String id, int kind) {
        Figure threshold = random.nextInt(3) == 0 ? Figure.of(random.nextInt(101)) : Figure.of(60);
        return switch (kind) {
            case 0 -> new Gate.MinScore(id, onFail(), some(nodes), new Threshold.AtLeast(threshold));
            case 1 -> new Gate.MinScore(id, onFail(), some(nodes), new Threshold.MoreThan(threshold));
            case 2 ->
                rated.isEmpty()
                        ? null
                        : new Gate.MinScore(id, onFail(), some(rated), new Threshold.AtLeastRating(scale.max()));
            case 3 -> sections.isEmpty() ? null : new Gate.MinRight(id, onFail(), some(sections), threshold);
            case 4 ->
                new Gate.NoRedFlags(id, onFail(), random.nextBoolean() ? Set.of() : EnumSet.of(FlagCategory.OTHER));
            case 5 -> new Gate.Attestation(id, onFail(), 1 + random.nextInt(2));
            default -> new Gate.Screening(id, onFail(), some(CRITERIA));
        };
    }

    private <T> List<T> some(List<T> all) {
        List<T> some = new ArrayList<>(all);
        while (some.size() > 1 && random.nextBoolean()) {
            some.remove(random.nextInt(some.size()));
        }
        return some;
    }

    private boolean isOften() {
        return random.nextInt(4) > 0;
    }

    private Evidence randomEvidence() {
        List<Object> rows = new ArrayList<>();
        sections.stream().filter(section -> isOften()).forEach(section -> rows.add(section(section)));
        for (EvidenceSource.InterviewQuestion question : questions) {
            if (random.nextBoolean()) {
                rows.add(new Panel(question.question(), some(RATERS.subList(0, 2))));
            }
            some(RATERS.subList(0, 3)).stream()
                    .filter(rater -> isOften())
                    .forEach(rater -> rows.add(new Rating(question.question(), rater, rating())));
        }
        for (Gate gate : rubric.gates()) {
            RATERS.stream()
                    .filter(rater -> random.nextBoolean())
                    .forEach(rater -> rows.add(new Attestation(gate.id(), rater, random.nextBoolean())));
        }
        if (random.nextInt(3) == 0) {
            rows.add(new RedFlag("rf", any(FlagCategory.values()), any(FlagState.values())));
        }
        CRITERIA.stream()
                .filter(criterion -> isOften())
                .forEach(criterion ->
                        rows.add(new ScreeningAnswer(criterion, random.nextInt(4) == 0 ? null : isOften())));
        nodes.stream().filter(node -> random.nextInt(12) == 0).forEach(node -> rows.add(Samples.waiver(node)));
        return Samples.evidence(rows.toArray());
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private SectionResult section(String section) {
        int possible = 1 + random.nextInt(12);
        int pending = random.nextInt(3) == 0 ? random.nextInt(possible + 1) : 0;
        int earned = Math.max(0, possible - pending - random.nextInt(Math.max(1, (possible - pending) / 2 + 1)));
        int total = 1 + random.nextInt(4);
        int right = random.nextInt(total + 1);
        QuestionCount questions =
                isOften() ? new QuestionCount(right, total, random.nextInt(Math.min(2, total - right + 1))) : null;
        return new SectionResult(section, Figure.of(earned), Figure.of(possible), Figure.of(pending), questions);
    }

    /** On the scale, at its ends, between, or not applicable. */
    private @Nullable Figure rating() {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> scale.min();
            case 2 -> new Figure((scale.min().tenThousandths() + scale.max().tenThousandths()) / 2);
            default -> scale.max();
        };
    }
}
