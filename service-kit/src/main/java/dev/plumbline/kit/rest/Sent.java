package dev.plumbline.kit.rest;

import dev.plumbline.kit.problem.Fault;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A body with what is wrong with it, for a call that finds more than the body alone shows: one answer names every fault
 * then. Who takes it refuses it where {@code faults} has any.
 *
 * @param body members at fault are null, zero, or as they came
 */
public record Sent<T extends Record>(T body, List<Fault> faults) {
    public Sent {
        faults = List.copyOf(faults);
    }

    /** The names of the body's members that have a fault in them. */
    public Set<String> faulty() {
        return faults.stream()
                .map(fault -> RecordBinder.memberOf(fault.pointer()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
