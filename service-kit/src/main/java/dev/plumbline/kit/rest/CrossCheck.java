package dev.plumbline.kit.rest;

import dev.plumbline.kit.problem.Fault;
import java.util.List;
import java.util.Set;

/**
 * The rules between the members of a request record. A bean of this kind is asked for each record of its type in a body,
 * also where members are at fault themselves, so that one answer names every fault; Bean Validation's own constraints on
 * a class do not know which members those are.
 *
 * @param <T> the record
 */
public interface CrossCheck<T extends Record> {
    /** The record that this checks. */
    Class<T> type();

    /**
     * The rules that the record breaks, by JSON pointer from the record.
     *
     * @param record members at fault are null, zero, or as they came
     * @param faulty the names of those members; a rule that depends on one of them is not reported on top
     */
    List<Fault> check(T record, Set<String> faulty);
}
