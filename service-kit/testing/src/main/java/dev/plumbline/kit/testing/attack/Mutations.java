package dev.plumbline.kit.testing.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Bends a valid body in one or two places. */
final class Mutations {
    private final Random random;
    private final Oddities odd;

    Mutations(Random random) {
        this.random = random;
        this.odd = new Oddities(random);
    }

    JsonNode of(JsonNode valid) {
        JsonNode bent = valid.deepCopy();
        for (int i = random.nextInt(2); i >= 0; i--) {
            bent = once(bent);
        }
        return bent;
    }

    private JsonNode once(JsonNode root) {
        List<ContainerNode<?>> containers = new ArrayList<>();
        collect(root, containers);
        if (containers.isEmpty() || random.nextInt(20) == 0) {
            return odd.json();
        }
        ContainerNode<?> container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ObjectNode object) {
            bend(object);
        } else if (container instanceof ArrayNode array) {
            bend(array);
        }
        return root;
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> containers) {
        if (node instanceof ContainerNode<?> container) {
            containers.add(container);
            node.forEach(child -> collect(child, containers));
        }
    }

    private void bend(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) {
            object.set(odd.text(), odd.json());
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        JsonNode value = object.get(name);
        switch (random.nextInt(9)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name.toUpperCase(Locale.ROOT), object.remove(name));
            case 2 -> object.set(name, Json.PLAIN.createArrayNode().add(value));
            case 3 -> object.set(name, Json.object().set(name, value));
            case 4 -> object.set(odd.text(), odd.json());
            case 5 -> object.set(name, Json.object().textNode(value.asText()));
            default -> object.set(name, odd.json());
        }
    }

    private void bend(ArrayNode array) {
        if (array.isEmpty()) {
            array.add(odd.json());
            return;
        }
        int index = random.nextInt(array.size());
        switch (random.nextInt(5)) {
            case 0 -> array.remove(index);
            case 1 -> array.add(array.get(index).deepCopy());
            case 2 -> {
                for (int i = 0; i < 600; i++) {
                    array.add(array.get(index).deepCopy());
                }
            }
            case 3 -> array.removeAll();
            default -> array.set(index, odd.json());
        }
    }
}
