package dev.plumbline.decision.json;

import static dev.plumbline.decision.json.ThresholdReader.AT_LEAST;
import static dev.plumbline.decision.json.ThresholdReader.AT_LEAST_RATING;
import static dev.plumbline.decision.json.ThresholdReader.MORE_THAN;

import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.FlagCategory;
import dev.plumbline.decision.domain.Gate;
import dev.plumbline.decision.domain.Gate.OnFail;
import dev.plumbline.decision.domain.RatingScale;
import dev.plumbline.decision.domain.Threshold;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads gates, in the light of the tree and the rating scale that they refer to. */
final class GateReader {

    private static final Set<String> ALL_FIELDS = Set.of(
            "nodes", "sections", "criteria", "categories", "minAttestations", AT_LEAST, MORE_THAN, AT_LEAST_RATING);

    /** The types, as they are written. */
    private enum Type {
        MIN_SCORE,
        MIN_RIGHT,
        NO_RED_FLAGS,
        ATTESTATION,
        SCREENING
    }

    /** What every gate has. */
    private record Head(@Nullable String id, @Nullable OnFail onFail) {}

    private final TreeIndex tree;
    private final ThresholdReader thresholds;
    private final Set<String> ids = new HashSet<>();

    /** @param scale {@code null} where it is at fault itself: then no rating is said to lie outside it */
    GateReader(TreeIndex tree, @Nullable RatingScale scale) {
        this.tree = tree;
        thresholds = new ThresholdReader(scale);
    }

    /** The gate; {@code null} where something in it is at fault, though not everything that is at fault shows here. */
    @Nullable Gate read(Value value) {
        Fields fields = value.asFields();
        if (fields == null) {
            return null;
        }
        Type type = fields.required("type", field -> field.asOneOf(Type.class));
        String id = fields.required("id", this::uniqueId);
        Head head = new Head(id, fields.optional("onFail", field -> field.asOneOf(OnFail.class), OnFail.REJECT));
        if (type == null) {
            rejectOthers(fields, ALL_FIELDS);
            return null;
        }
        return switch (type) {
            case MIN_SCORE -> minScore(head, fields);
            case MIN_RIGHT -> minRight(head, fields);
            case NO_RED_FLAGS -> noRedFlags(head, fields);
            case ATTESTATION -> attestation(head, fields);
            case SCREENING -> screening(head, fields);
        };
    }

    private @Nullable String uniqueId(Value value) {
        String id = value.asId();
        if (id != null && !ids.add(id)) {
            value.fault("is the id of another gate too");
        }
        return id;
    }

    private static void rejectOthers(Fields fields, Set<String> ofItsType) {
        Set<String> known = new HashSet<>(ofItsType);
        known.addAll(List.of("id", "type", "onFail"));
        fields.rejectOthers(known);
    }

    private @Nullable Gate minScore(Head head, Fields fields) {
        rejectOthers(fields, Set.of("nodes", AT_LEAST, MORE_THAN, AT_LEAST_RATING));
        boolean asksARating = ThresholdReader.asksARatingOnly(fields);
        List<String> nodes = fields.required(
                "nodes",
                list -> distinct(list, (element, node) -> {
                    if (tree.lacksNode(node)) {
                        element.fault("is not the id of a node");
                    } else if (asksARating && tree.hasLeavesNotRated(node)) {
                        element.fault("must have interview questions only, for a rating is asked for");
                    }
                }));
        Threshold threshold = thresholds.read(fields);
        return head.id == null || head.onFail == null || nodes == null || threshold == null
                ? null
                : new Gate.MinScore(head.id, head.onFail, nodes, threshold);
    }

    private @Nullable Gate minRight(Head head, Fields fields) {
        rejectOthers(fields, Set.of("sections", AT_LEAST));
        List<String> sections = fields.required(
                "sections",
                list -> distinct(list, (element, section) -> {
                    if (tree.lacksSection(section)) {
                        element.fault("is not the section of a leaf");
                    }
                }));
        Figure atLeast = fields.required(AT_LEAST, Value::asPercentage);
        return head.id == null || head.onFail == null || sections == null || atLeast == null
                ? null
                : new Gate.MinRight(head.id, head.onFail, sections, atLeast);
    }

    private static @Nullable Gate noRedFlags(Head head, Fields fields) {
        rejectOthers(fields, Set.of("categories"));
        Set<FlagCategory> categories = fields.optional("categories", GateReader::categories, Set.of());
        return head.id == null || head.onFail == null || categories == null
                ? null
                : new Gate.NoRedFlags(head.id, head.onFail, categories);
    }

    private static @Nullable Set<FlagCategory> categories(Value list) {
        List<Value> elements = list.asList(Value.MAX_LIST);
        if (elements == null) {
            return null;
        }
        Set<FlagCategory> categories = EnumSet.noneOf(FlagCategory.class);
        for (Value element : elements) {
            FlagCategory category = element.asOneOf(FlagCategory.class);
            if (category != null) {
                categories.add(category);
            }
        }
        return categories;
    }

    private static @Nullable Gate attestation(Head head, Fields fields) {
        rejectOthers(fields, Set.of("minAttestations"));
        Integer minAttestations = fields.optional(
                "minAttestations", field -> field.asWhole(1), Gate.Attestation.DEFAULT_MIN_ATTESTATIONS);
        return head.id == null || head.onFail == null || minAttestations == null
                ? null
                : new Gate.Attestation(head.id, head.onFail, minAttestations);
    }

    private static @Nullable Gate screening(Head head, Fields fields) {
        rejectOthers(fields, Set.of("criteria"));
        List<String> criteria = fields.required("criteria", list -> distinct(list, (element, criterion) -> {}));
        return head.id == null || head.onFail == null || criteria == null
                ? null
                : new Gate.Screening(head.id, head.onFail, criteria);
    }

    /** Ids, at least one and none twice; each further checked on its first occurrence. */
    private static @Nullable List<String> distinct(Value list, BiConsumer<Value, String> check) {
        List<Value> elements = list.asList(Value.MAX_LIST);
        if (elements == null) {
            return null;
        }
        if (elements.isEmpty()) {
            list.fault("must not be empty");
            return null;
        }
        Set<String> ids = new LinkedHashSet<>();
        for (Value element : elements) {
            String id = element.asId();
            if (id != null && ids.add(id)) {
                check.accept(element, id);
            } else if (id != null) {
                element.fault("is named twice");
            }
        }
        return ids.size() == elements.size() ? List.copyOf(ids) : null;
    }
}
