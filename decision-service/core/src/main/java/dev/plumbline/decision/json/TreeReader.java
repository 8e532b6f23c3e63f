package dev.plumbline.decision.json;

import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.json.DraftNode.Leaves;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the tree of criteria. */
final class TreeReader {

    private static final int ROOT_DEPTH = 1;
    private static final Set<String> ROOT_FIELDS = Set.of("id", "name", "mustHave", "children");
    private static final Set<String> LEAF_AS_ROOT_FIELDS = Set.of("id", "name", "mustHave", "evidence");
    private static final Set<String> NODE_FIELDS = Set.of("id", "name", "mustHave", "weight", "children", "evidence");

    private final TreeIndex index;
    private int nodes;

    private TreeReader(TreeIndex index) {
        this.index = index;
    }

    /** Reads the root and all below it, and tells the index what there is. */
    static @Nullable DraftNode read(Value root, TreeIndex index) {
        TreeReader reader = new TreeReader(index);
        DraftNode draft = reader.node(root, ROOT_DEPTH);
        if (reader.nodes > Rubric.MAX_NODES) {
            root.fault("must have at most " + Rubric.MAX_NODES + " nodes");
        }
        return draft;
    }

    private @Nullable DraftNode node(Value value, int depth) {
        nodes++;
        if (depth > Rubric.MAX_DEPTH) {
            value.fault("must not be deeper than " + Rubric.MAX_DEPTH + " levels");
        }
        Fields fields = depth > Rubric.MAX_DEPTH ? null : value.asFields();
        if (fields == null) {
            index.addUnreadBranch();
            return null;
        }
        boolean isRoot = depth == ROOT_DEPTH;
        rejectOthers(fields, isRoot);
        String id = fields.required("id", index::readId);
        String name = fields.required("name", Value::asName);
        Boolean mustHave = fields.optional("mustHave", Value::asTruth, false);
        Figure weight = isRoot ? null : fields.required("weight", Value::asPositive);
        List<@Nullable DraftNode> children = isRoot || fields.has("children") ? children(fields, depth) : null;
        DraftSource source = isRoot ? null : fields.optional("evidence", this::source, DraftSource.UNKNOWN);
        Leaves leaves = children != null || source == null ? leavesOf(children) : source.leaves();
        if (id == null) {
            index.addUnreadId();
        } else {
            index.addLeaves(id, leaves);
        }
        return new DraftNode(id, name, mustHave, weight, children, source == null ? null : source.source(), leaves);
    }

    private DraftSource source(Value value) {
        return DraftSource.read(value, index);
    }

    private void rejectOthers(Fields fields, boolean isRoot) {
        if (isRoot) {
            // A root written as a leaf lacks its children; that it has evidence instead is the same fault.
            fields.rejectOthers(fields.has("children") ? ROOT_FIELDS : LEAF_AS_ROOT_FIELDS);
            return;
        }
        fields.rejectOthers(NODE_FIELDS);
        if (fields.has("children") == fields.has("evidence")) {
            fields.fault("must have either children or evidence");
            index.addUnreadBranch();
        }
    }

    private @Nullable List<@Nullable DraftNode> children(Fields fields, int depth) {
        return fields.required("children", list -> children(list, depth + 1));
    }

    private @Nullable List<@Nullable DraftNode> children(Value list, int depth) {
        List<Value> values = list.asList(Value.MAX_LIST);
        if (values == null) {
            index.addUnreadBranch();
            return null;
        }
        List<@Nullable DraftNode> children = new ArrayList<>();
        for (Value value : values) {
            children.add(node(value, depth));
        }
        if (values.isEmpty()) {
            list.fault("must not be empty");
        } else if (!mayHaveGoodWeights(children)) {
            list.fault("must have weights that sum to exactly 100");
        }
        return children;
    }

    /** Nothing is said of the sum where one of the weights is at fault itself. */
    private static boolean mayHaveGoodWeights(List<@Nullable DraftNode> children) {
        long sum = 0;
        for (DraftNode child : children) {
            Figure weight = child == null ? null : child.weight();
            if (weight == null) {
                return true;
            }
            sum += weight.tenThousandths();
        }
        return sum == Figure.HUNDRED.tenThousandths();
    }

    /** An inner node without any child that could be read may have any. */
    private Leaves leavesOf(@Nullable List<@Nullable DraftNode> children) {
        if (children == null || children.isEmpty()) {
            index.addUnreadBranch();
            return Leaves.UNKNOWN;
        }
        return children.stream()
                .map(child -> child == null ? Leaves.UNKNOWN : child.leaves())
                .reduce(Leaves.ALL_RATED, Leaves::and);
    }
}
