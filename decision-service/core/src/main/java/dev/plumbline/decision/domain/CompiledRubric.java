package dev.plumbline.decision.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A rubric whose references are resolved once, so that deciding looks nothing up by name: its tree laid out in
 * pre-order, where every parent comes before its children. Immutable and safe to share; keep one for each rubric version
 * that is decided often.
 */
public final class CompiledRubric {

    static final int NO_PARENT = -1;

    /** One node of the tree. */
    record Node(Criterion criterion, int parent, long weight) {}

    private final Rubric rubric;
    private final List<Node> nodes;
    private final Map<String, Integer> indexById = new HashMap<>();
    private final Map<String, Integer> leafBySection = new HashMap<>();
    private final Map<String, Integer> leafByQuestion = new HashMap<>();
    private final int[] indexesById;
    private final boolean[] isRated;
    private final List<CompiledGate> gates;
    private final Rational strongAt;
    private final Rational failBelow;

    /**
     * @throws IllegalArgumentException if the tree is too deep or too large, an id, section or question is used twice,
     *     or a gate names what is not there or asks a rating of what raters do not rate
     */
    public CompiledRubric(Rubric rubric) {
        this.rubric = rubric;
        List<Node> found = new ArrayList<>();
        layOut(rubric.criteria(), NO_PARENT, 0, 1, found);
        if (found.size() > Rubric.MAX_NODES) {
            throw new IllegalArgumentException("a rubric has at most " + Rubric.MAX_NODES + " nodes");
        }
        nodes = List.copyOf(found);
        index();
        indexesById = IntStream.range(0, nodes.size())
                .boxed()
                .sorted(Comparator.comparing(i -> nodes.get(i).criterion().id()))
                .mapToInt(Integer::intValue)
                .toArray();
        isRated = ratedNodes();
        gates = rubric.gates().stream().map(gate -> CompiledGate.of(gate, this)).toList();
        if (rubric.gates().stream().map(Gate::id).distinct().count() != gates.size()) {
            throw new IllegalArgumentException("a gate's id is used twice");
        }
        strongAt = rubric.bands().strongAt().toRational();
        failBelow = rubric.bands().failBelow().toRational();
    }

    /** How much work one decision is: the nodes that the tree and its gates look at, each as often as they do. */
    public long work() {
        return nodes.size() + gates.stream().mapToLong(CompiledGate::work).sum();
    }

    private static void layOut(Criterion criterion, int parent, long weight, int depth, List<Node> into) {
        if (depth > Rubric.MAX_DEPTH) {
            throw new IllegalArgumentException("a rubric is at most " + Rubric.MAX_DEPTH + " deep");
        }
        int index = into.size();
        into.add(new Node(criterion, parent, weight));
        switch (criterion) {
            case Criterion.Inner inner ->
                inner.parts()
                        .forEach(part ->
                                layOut(part.criterion(), index, part.weight().tenThousandths(), depth + 1, into));
            case Criterion.Leaf _ -> {}
        }
    }

    private void index() {
        for (int i = 0; i < nodes.size(); i++) {
            Criterion criterion = nodes.get(i).criterion();
            putOnce(indexById, criterion.id(), i);
            switch (criterion) {
                case Criterion.Inner _ -> {}
                case Criterion.Leaf leaf -> indexSource(leaf.source(), i);
            }
        }
    }

    private void indexSource(EvidenceSource source, int leaf) {
        switch (source) {
            case EvidenceSource.AssessmentSection section -> putOnce(leafBySection, section.section(), leaf);
            case EvidenceSource.InterviewQuestion question -> putOnce(leafByQuestion, question.question(), leaf);
        }
    }

    private boolean[] ratedNodes() {
        boolean[] rated = new boolean[nodes.size()];
        Arrays.fill(rated, true);
        for (int i = nodes.size() - 1; i > 0; i--) {
            rated[i] &= !(nodes.get(i).criterion() instanceof Criterion.Leaf leaf
                    && leaf.source() instanceof EvidenceSource.AssessmentSection);
            rated[nodes.get(i).parent()] &= rated[i];
        }
        return rated;
    }

    private static void putOnce(Map<String, Integer> map, String id, int index) {
        if (map.putIfAbsent(id, index) != null) {
            throw new IllegalArgumentException("an id, a section or a question is used twice");
        }
    }

    /** What the evidence comes to under this rubric. */
    public Decision decide(Evidence evidence) {
        return Decide.decide(this, evidence);
    }

    public Rubric rubric() {
        return rubric;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** The nodes' indexes in the order of their ids. */
    int[] indexesById() {
        return indexesById;
    }

    List<CompiledGate> gates() {
        return gates;
    }

    Rational strongAt() {
        return strongAt;
    }

    Rational failBelow() {
        return failBelow;
    }

    @Nullable Integer indexOf(String node) {
        return indexById.get(node);
    }

    @Nullable Integer leafOfSection(String section) {
        return leafBySection.get(section);
    }

    /** Whether every leaf at or below the node is a question of the interview. */
    boolean isRated(int node) {
        return isRated[node];
    }
}
