package dev.plumbline.decision.json;

import dev.plumbline.decision.json.DraftNode.Leaves;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the tree of criteria has, for whoever refers to it. Where an id or a branch could not be read, what is referred to
 * may be just that: then nothing is said to be unknown.
 */
final class TreeIndex {

    private final Set<String> ids = new HashSet<>();
    private final Map<String, Leaves> leavesById = new HashMap<>();
    private final Set<String> sections = new HashSet<>();
    private final Set<String> questions = new HashSet<>();
    private boolean hasUnreadIds;
    private boolean hasUnreadSections;

    /** A part of the tree could not be read: it may have any node and any section. */
    void addUnreadBranch() {
        hasUnreadIds = true;
        hasUnreadSections = true;
    }

    @Nullable String readId(Value value) {
        return uniqueIn(ids, value.asId(), value, "is the id of another node too");
    }

    @Nullable String readSection(Value value) {
        return uniqueIn(sections, value.asId(), value, "is used by another leaf too");
    }

    @Nullable String readQuestion(Value value) {
        return uniqueIn(questions, value.asId(), value, "is used by another leaf too");
    }

    private static @Nullable String uniqueIn(Set<String> seen, @Nullable String id, Value value, String otherwise) {
        if (id != null && !seen.add(id)) {
            value.fault(otherwise);
        }
        return id;
    }

    /** What is known of a node's leaves; of two nodes with the same id, nothing is. */
    void addLeaves(String id, Leaves leaves) {
        leavesById.merge(id, leaves, (one, other) -> Leaves.UNKNOWN);
    }

    void addUnreadId() {
        hasUnreadIds = true;
    }

    void addUnreadSection() {
        hasUnreadSections = true;
    }

    boolean lacksNode(String id) {
        return !hasUnreadIds && !ids.contains(id);
    }

    boolean lacksSection(String section) {
        return !hasUnreadSections && !sections.contains(section);
    }

    boolean hasLeavesNotRated(String id) {
        return leavesById.get(id) == Leaves.SOME_NOT_RATED;
    }
}
