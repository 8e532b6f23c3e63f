package dev.plumbline.assessment.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.assessment.domain.Figures;
import dev.plumbline.assessment.domain.Item;
import dev.plumbline.assessment.domain.Section;
import dev.plumbline.assessment.domain.TestDefinition;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a test from its JSON form and finds every fault in one go. */
public final class TestReader {

    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> itemIds = new HashSet<>();

    private TestReader() {}

    /**
     * A test as written.
     *
     * @param id absent when its author leaves it to the service
     */
    public record Written(@Nullable String id, TestDefinition definition) {}

    /** @throws ProblemException 422 with every fault and its JSON pointer */
    public static Written read(JsonNode node) {
        TestReader reader = new TestReader();
        Written test = reader.test(node);
        if (!reader.faults.isEmpty()) {
            throw new ProblemException(new KitError.InvalidContent(reader.faults));
        }
        return test;
    }

    /** Whether a test could have this id. */
    public static boolean isId(String text) {
        return Fields.READABLE_ID.matcher(text).matches();
    }

    private Written test(JsonNode node) {
        Fields fields = new Fields(node, "", faults);
        String id = fields.has("id") ? fields.readableId("id") : null;
        String title = fields.text("title", 200);
        String instructions = fields.text("instructions", 10_000);
        int duration = fields.whole("durationMinutes", 1, 1_440);
        Set<String> ids = new HashSet<>();
        List<Section> sections = new ArrayList<>();
        List<JsonNode> nodes = fields.array("sections", 1, 50);
        for (int i = 0; i < nodes.size(); i++) {
            sections.add(section(nodes.get(i), fields.at("sections") + "/" + i, ids));
        }
        fields.close();
        return new Written(id, new TestDefinition(title, instructions, duration, sections));
    }

    private Section section(JsonNode node, String pointer, Set<String> idsBefore) {
        int before = faults.size();
        Fields fields = new Fields(node, pointer, faults);
        String id = uniqueId(fields, idsBefore);
        String name = fields.text("name", 200);
        String competency = fields.readableId("competency");
        List<Item> items = new ArrayList<>();
        List<JsonNode> nodes = fields.array("items", 1, 200);
        for (int i = 0; i < nodes.size(); i++) {
            Item item = new ItemReader(faults).read(nodes.get(i), fields.at("items") + "/" + i, itemIds);
            if (item != null) {
                items.add(item);
            }
        }
        fields.close();
        Section section = new Section(id, name, competency, items);
        if (faults.size() == before && !Figures.fit(section)) {
            fields.fault(
                    "items",
                    "have scores too fine to be published exactly: let the written ones share their number of raters"
                            + " and criteria, or carry fewer points");
        }
        return section;
    }

    /** A readable id that none before it has. */
    static String uniqueId(Fields fields, Set<String> before) {
        String id = fields.readableId("id");
        if (!id.isBlank() && !before.add(id)) {
            fields.fault("id", "is used before");
        }
        return id;
    }
}
