package dev.plumbline.decision.rest;

import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a call, read so that every fault of them is told at once; one that nobody asked for is a fault
 * too: a misspelt filter must not answer with everything.
 */
public final class QueryParameters {
    private final MultivaluedMap<String, String> given;
    private final Set<String> known = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    /** Those of a request. */
    public QueryParameters(MultivaluedMap<String, String> given) {
        this.given = given;
    }

    /** Every value of a parameter that may come more than once. */
    public List<String> all(String name) {
        known.add(name);
        return given.getOrDefault(name, List.of());
    }

    /** The value of a parameter that may come once; null where it did not. */
    public @Nullable String one(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            fault(name, "may be given once");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    /** The constants of these names; a fault for each that is none. */
    public <E extends Enum<E>> Set<E> constants(String name, Class<E> type, List<String> values) {
        Set<E> constants = EnumSet.noneOf(type);
        for (String value : values) {
            Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(value))
                    .findFirst()
                    .ifPresentOrElse(constants::add, () -> fault(name, "must be one of " + names(type)));
        }
        return constants;
    }

    /** The names of a type's constants, for a person. */
    public static String names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** The id of a parameter that may come once; null where it did not, or is none, which is a fault. */
    public @Nullable UUID id(String name) {
        String value = one(name);
        if (value == null) {
            return null;
        }
        try {
            UUID id = UUID.fromString(value);
            if (id.toString().equalsIgnoreCase(value)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            fault(name, "must be a UUID");
            return null;
        }
        fault(name, "must be a UUID");
        return null;
    }

    /** Notes what is wrong with a parameter; the message goes on from "Parameter x". */
    public void fault(String name, String message) {
        Fault fault = new Fault("/" + name, message);
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }

    /** Whether anything was wrong so far. */
    public boolean hasFaults() {
        return !faults.isEmpty();
    }

    /**
     * Ends the reading.
     *
     * @throws ProblemException 422 with every fault, where there are any
     */
    public void requireNoFaults() {
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> fault(name, "is none that this call takes"));
        if (!faults.isEmpty()) {
            throw new ProblemException(new KitError.InvalidParameters(faults));
        }
    }
}
