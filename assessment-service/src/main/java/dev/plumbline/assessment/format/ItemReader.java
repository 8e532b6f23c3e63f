package dev.plumbline.assessment.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.assessment.domain.Item;
import dev.plumbline.assessment.domain.Marks;
import dev.plumbline.kit.problem.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the items of a test. */
final class ItemReader {

    private static final BigDecimal SMALLEST = new BigDecimal("0.0001");
    private static final BigDecimal MOST_POINTS = new BigDecimal("10000");
    private static final BigDecimal MOST = new BigDecimal("999999999.9999");
    private static final int LONGEST_PROMPT = 10_000;

    private final List<Fault> faults;

    ItemReader(List<Fault> faults) {
        this.faults = faults;
    }

    /** The item, or nothing when its type is unknown; other faults leave a stand-in. */
    @Nullable Item read(JsonNode node, String pointer, Set<String> idsBefore) {
        Fields fields = new Fields(node, pointer, faults);
        if (!node.isObject()) {
            return null;
        }
        String id = TestReader.uniqueId(fields, idsBefore);
        String type = fields.text("type", 64);
        String prompt = fields.text("prompt", LONGEST_PROMPT);
        BigDecimal points = fields.decimal("points", SMALLEST, MOST_POINTS);
        Item item = switch (type) {
            case "SINGLE_CHOICE", "MULTIPLE_CHOICE" -> choice(fields, type.equals("SINGLE_CHOICE"), id, prompt, points);
            case "NUMERIC" -> numeric(fields, id, prompt, points);
            case "WRITTEN" -> written(fields, id, prompt, points);
            default -> null;
        };
        if (item != null) {
            fields.close();
        } else if (!type.isBlank()) {
            fields.fault("type", "must be SINGLE_CHOICE, MULTIPLE_CHOICE, NUMERIC or WRITTEN");
        }
        return item;
    }

    private Item choice(Fields fields, boolean single, String id, String prompt, BigDecimal points) {
        int before = faults.size();
        Set<String> ids = new HashSet<>();
        List<Item.Option> options = new ArrayList<>();
        List<JsonNode> nodes = fields.array("options", 2, 20);
        for (int i = 0; i < nodes.size(); i++) {
            Fields option = new Fields(nodes.get(i), fields.at("options") + "/" + i, faults);
            options.add(new Item.Option(TestReader.uniqueId(option, ids), option.text("text", 2_000)));
            option.close();
        }
        boolean optionsKnown = faults.size() == before;
        List<String> key = key(fields, single, optionsKnown ? ids : null);
        String rationale = fields.optionalText("rationale", LONGEST_PROMPT);
        if (!single) {
            return new Item.MultipleChoice(id, prompt, points, options, key, rationale);
        }
        return new Item.SingleChoice(id, prompt, points, options, key.isEmpty() ? "" : key.getFirst(), rationale);
    }

    /** @param options absent when they are themselves at fault */
    private List<String> key(Fields fields, boolean single, @Nullable Set<String> options) {
        List<String> key = new ArrayList<>();
        List<JsonNode> nodes = fields.array("key", 1, single ? 1 : 20);
        for (int i = 0; i < nodes.size(); i++) {
            String at = fields.at("key") + "/" + i;
            String named = nodes.get(i).textValue();
            if (named == null) {
                faults.add(new Fault(at, "must be a string"));
            } else if (key.contains(named)) {
                faults.add(new Fault(at, "is named before"));
            } else if (options != null && !options.contains(named)) {
                faults.add(new Fault(at, "is none of the options"));
            } else {
                key.add(named);
            }
        }
        return key;
    }

    private Item numeric(Fields fields, String id, String prompt, BigDecimal points) {
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal tolerance = BigDecimal.ZERO;
        Fields key = fields.object("key");
        if (key != null) {
            value = key.decimal("value", MOST.negate(), MOST);
            tolerance = key.has("tolerance") ? key.decimal("tolerance", BigDecimal.ZERO, MOST) : BigDecimal.ZERO;
            key.close();
        }
        return new Item.Numeric(id, prompt, points, value, tolerance, fields.optionalText("rationale", LONGEST_PROMPT));
    }

    private Item written(Fields fields, String id, String prompt, BigDecimal points) {
        int maxLength = fields.whole("maxLength", 1, 20_000);
        int raters = 1;
        List<Item.Criterion> criteria = new ArrayList<>();
        Fields rating = fields.object("rating");
        if (rating != null) {
            raters = rating.whole("raters", 1, 10);
            Set<String> ids = new HashSet<>();
            List<JsonNode> nodes = rating.array("criteria", 1, 10);
            for (int i = 0; i < nodes.size(); i++) {
                criteria.add(criterion(nodes.get(i), rating.at("criteria") + "/" + i, ids));
            }
            rating.close();
        }
        return new Item.Written(id, prompt, points, maxLength, raters, criteria);
    }

    private Item.Criterion criterion(JsonNode node, String pointer, Set<String> idsBefore) {
        Fields fields = new Fields(node, pointer, faults);
        String id = TestReader.uniqueId(fields, idsBefore);
        String name = fields.text("name", 200);
        List<String> anchors = List.of();
        Fields described = fields.object("anchors");
        if (described != null) {
            anchors = IntStream.rangeClosed(Marks.LOWEST, Marks.HIGHEST)
                    .mapToObj(mark -> described.text(Integer.toString(mark), 2_000))
                    .toList();
            described.close();
        }
        fields.close();
        return new Item.Criterion(id, name, anchors);
    }
}
