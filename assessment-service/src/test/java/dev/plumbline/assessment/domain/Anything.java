package dev.plumbline.assessment.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes sections, answers and marks at random, the same for the same seed. */
final class Anything {

    private final Random random;

    Anything(long seed) {
        this.random = new Random(seed);
    }

    Section section() {
        List<Item> items = new ArrayList<>();
        int count = random.nextInt(1, 9);
        for (int i = 0; i < count; i++) {
            items.add(item("item-" + i));
        }
        return new Section("section", "Section", "competency", items);
    }

    private Item item(String id) {
        List<Item.Option> options =
                List.of(new Item.Option("a", "A"), new Item.Option("b", "B"), new Item.Option("c", "C"));
        return switch (random.nextInt(4)) {
            case 0 -> new Item.SingleChoice(id, "?", points(), options, "b", null);
            case 1 -> new Item.MultipleChoice(id, "?", points(), options, List.of("c", "a"), null);
            case 2 -> new Item.Numeric(id, "?", points(), new BigDecimal("12.5"), new BigDecimal("0.1"), null);
            default -> new Item.Written(id, "?", points(), 100, random.nextInt(1, 11), criteria());
        };
    }

    private List<Item.Criterion> criteria() {
        List<Item.Criterion> criteria = new ArrayList<>();
        int count = random.nextInt(1, 11);
        for (int i = 0; i < count; i++) {
            criteria.add(new Item.Criterion("c" + i, "C", List.of("1", "2", "3", "4", "5")));
        }
        return criteria;
    }

    private BigDecimal points() {
        return switch (random.nextInt(4)) {
            case 0 -> BigDecimal.valueOf(random.nextInt(1, 21));
            case 1 -> new BigDecimal("0.0001");
            case 2 -> new BigDecimal("10000");
            default -> BigDecimal.valueOf(random.nextInt(1, 100_000_000), 4);
        };
    }

    Map<String, Answer> answers(Section section) {
        Map<String, Answer> answers = new HashMap<>();
        for (Item item : section.items()) {
            if (random.nextInt(5) > 0) {
                answers.put(item.id(), answer(item));
            }
        }
        return answers;
    }

    private Answer answer(Item item) {
        return switch (item) {
            case Item.SingleChoice it -> new Answer.Choice(random.nextBoolean() ? List.of(it.key()) : List.of("a"));
            case Item.MultipleChoice it ->
                new Answer.Choice(random.nextBoolean() ? List.of("a", "c") : List.of("a", "b"));
            case Item.Numeric it -> new Answer.Number(new BigDecimal(random.nextBoolean() ? "12.4" : "12.3999"));
            case Item.Written it -> new Answer.Text(random.nextBoolean() ? "Something" : " \n");
        };
    }

    Map<String, List<Marks>> marks(Section section) {
        Map<String, List<Marks>> marks = new HashMap<>();
        for (Item item : section.items()) {
            if (item instanceof Item.Written written) {
                marks.put(item.id(), marks(written, random.nextInt(written.raters() + 1)));
            }
        }
        return marks;
    }

    List<Marks> marks(Item.Written item, int raters) {
        List<Marks> marks = new ArrayList<>();
        for (int i = 0; i < raters; i++) {
            Map<String, Integer> ratings = new HashMap<>();
            item.criteria().forEach(criterion -> ratings.put(criterion.id(), random.nextInt(1, 6)));
            marks.add(new Marks("rater-" + i, ratings));
        }
        return marks;
    }
}
