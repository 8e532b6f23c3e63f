package dev.plumbline.kit.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.kit.problem.Fault;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Binds a JSON value to a record and finds every fault on the way: a member that the record does not have, one that is
 * missing, one of the wrong type, and every violated Bean Validation constraint. Jackson's own binding stops at the first.
 */
final class RecordBinder {
    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    private final Validator validator;
    private final CrossChecks crossChecks;
    private final List<Fault> faults = new ArrayList<>();
    private @Nullable Record outermost;

    RecordBinder(Validator validator, CrossChecks crossChecks) {
        this.validator = validator;
        this.crossChecks = crossChecks;
    }

    /** Every fault found so far, in the order of the document. */
    List<Fault> faults() {
        return faults;
    }

    /** The record that a whole body was bound to, whatever is wrong with it; null where it is no object. */
    @Nullable Record outermost() {
        return outermost;
    }

    /** The value of {@code node} as {@code type}, or null where a fault was recorded. */
    @Nullable Object bind(JsonNode node, Type type, String pointer) {
        if (type == JsonNode.class) {
            return node;
        }
        if (type instanceof ParameterizedType parameterized) {
            return bindContainer(node, parameterized, pointer);
        }
        if (type instanceof Class<?> plain && plain.isRecord()) {
            return bindRecord(node, plain, pointer);
        }
        return new ScalarBinder(faults).bind(node, (Class<?>) type, pointer);
    }

    private @Nullable Object bindContainer(JsonNode node, ParameterizedType type, String pointer) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Map.class) {
            return bindMap(node, arguments[1], pointer);
        }
        if (type.getRawType() != List.class && type.getRawType() != Set.class) {
            throw new IllegalStateException("A request record cannot hold a " + type);
        }
        if (!node.isArray()) {
            faults.add(new Fault(pointer, "must be an array"));
            return null;
        }
        List<Object> items = new ArrayList<>(node.size());
        int found = faults.size();
        for (int i = 0; i < node.size(); i++) {
            JsonNode item = node.get(i);
            if (item.isNull() && arguments[0] != JsonNode.class) {
                faults.add(new Fault(pointer + "/" + i, "must not be null"));
                continue;
            }
            Object bound = bind(item, arguments[0], pointer + "/" + i);
            if (bound != null) {
                items.add(bound);
            }
        }
        if (faults.size() > found && items.size() < node.size()) {
            return null;
        }
        return type.getRawType() == Set.class ? new java.util.LinkedHashSet<>(items) : List.copyOf(items);
    }

    private @Nullable Object bindMap(JsonNode node, Type valueType, String pointer) {
        if (!node.isObject()) {
            faults.add(new Fault(pointer, "must be an object"));
            return null;
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        int found = faults.size();
        for (var entry : node.properties()) {
            String at = pointer + "/" + escape(entry.getKey());
            if (entry.getValue().isNull() && valueType != JsonNode.class) {
                faults.add(new Fault(at, "must not be null"));
                continue;
            }
            Object bound = bind(entry.getValue(), valueType, at);
            if (bound != null) {
                entries.put(entry.getKey(), bound);
            }
        }
        return faults.size() > found ? null : java.util.Collections.unmodifiableMap(entries);
    }

    private @Nullable Object bindRecord(JsonNode node, Class<?> type, String pointer) {
        if (!(node instanceof ObjectNode object)) {
            faults.add(new Fault(pointer, "must be an object"));
            return null;
        }
        Shape shape = SHAPES.computeIfAbsent(type, Shape::of);
        int found = faults.size();
        for (var name : (Iterable<String>) object::fieldNames) {
            if (!shape.names().contains(name)) {
                faults.add(new Fault(pointer + "/" + escape(name), "is not known here" + shape.hint(name)));
            }
        }
        Object[] values = new Object[shape.components().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = bindComponent(object, shape.components()[i], shape.optional()[i], pointer);
        }
        Record bound = shape.instantiate(values);
        if (pointer.isEmpty()) {
            outermost = bound;
        }
        addViolations(bound, pointer, Set.copyOf(faults.subList(found, faults.size())));
        addCrossFaults(bound, pointer, List.copyOf(faults.subList(found, faults.size())));
        return faults.size() > found ? null : bound;
    }

    private @Nullable Object bindComponent(
            ObjectNode object, RecordComponent component, boolean optional, String pointer) {
        JsonNode value = object.get(component.getName());
        String at = pointer + "/" + component.getName();
        if (value != null && component.getType() == JsonNode.class) {
            return value;
        }
        if (value == null || value.isNull()) {
            if (!optional) {
                faults.add(new Fault(at, value == null ? "is required" : "must not be null"));
            }
            return null;
        }
        return bind(value, component.getGenericType(), at);
    }

    private void addViolations(Object bound, String pointer, Set<Fault> already) {
        Set<String> faulty = already.stream().map(Fault::pointer).collect(Collectors.toSet());
        validator.validate(bound).stream()
                .map(v -> new Fault(pointer + pointerOf(v), v.getMessage()))
                .filter(f -> faulty.stream().noneMatch(p -> isAtOrBelow(p, f.pointer()) || isAtOrBelow(f.pointer(), p)))
                .sorted(java.util.Comparator.comparing(Fault::pointer).thenComparing(Fault::message))
                .forEach(faults::add);
    }

    private void addCrossFaults(Record bound, String pointer, List<Fault> already) {
        Set<String> faulty = already.stream()
                .map(fault -> memberOf(fault.pointer().substring(pointer.length())))
                .collect(Collectors.toSet());
        Set<String> pointers = already.stream().map(Fault::pointer).collect(Collectors.toSet());
        crossChecks.of(bound, faulty).stream()
                .map(fault -> new Fault(pointer + fault.pointer(), fault.message()))
                .filter(fault -> !pointers.contains(fault.pointer()))
                .forEach(faults::add);
    }

    /** The first name in a pointer; record components need no escape. */
    static String memberOf(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(1).split("/", 2)[0];
    }

    private static boolean isAtOrBelow(String pointer, String ancestor) {
        return pointer.equals(ancestor) || (!ancestor.isEmpty() && pointer.startsWith(ancestor + "/"));
    }

    private static String pointerOf(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.isInIterable()) {
                Object index = node.getIndex() == null ? node.getKey() : node.getIndex();
                pointer.append('/').append(escape(String.valueOf(index)));
            }
            // The one of a list or a map has a name of the validator's own.
            boolean named = node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT;
            if (named) {
                pointer.append('/').append(escape(node.getName()));
            }
        }
        return pointer.toString();
    }

    /** RFC 6901, section 3. */
    static String escape(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }

    /** What of a record's class is needed again and again. */
    private record Shape(
            RecordComponent[] components, boolean[] optional, Set<String> names, Constructor<?> constructor) {

        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            boolean[] optional = new boolean[components.length];
            for (int i = 0; i < components.length; i++) {
                optional[i] = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Set<String> names =
                    Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return new Shape(components, optional, names, constructor);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("A record without its canonical constructor: " + type, e);
            }
        }

        String hint(String unknown) {
            return names.stream()
                    .filter(n -> n.equalsIgnoreCase(unknown))
                    .findFirst()
                    .map(n -> "; did you mean " + n + "?")
                    .orElse("");
        }

        Record instantiate(@Nullable Object[] values) {
            Object[] filled = values.clone();
            for (int i = 0; i < filled.length; i++) {
                if (filled[i] == null && components[i].getType().isPrimitive()) {
                    filled[i] = ScalarBinder.zeroOf(components[i].getType());
                }
            }
            try {
                return (Record) constructor.newInstance(filled);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A request record must not refuse values itself", e);
            }
        }
    }
}
