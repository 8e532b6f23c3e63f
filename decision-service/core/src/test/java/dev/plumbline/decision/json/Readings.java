package dev.plumbline.decision.json;

import java.util.Set;
import java.util.stream.Collectors;

/** Takes readings apart in tests. */
final class Readings {

    private Readings() {}

    static <T> T valid(Reading<T> reading) {
        return switch (reading) {
            case Reading.Valid<T> valid -> valid.value();
            case Reading.Invalid<T> invalid ->
                throw new AssertionError(invalid.faults().toString());
        };
    }

    /** Every pointer at fault; none where the document is valid. */
    static <T> Set<String> pointers(Reading<T> reading) {
        return switch (reading) {
            case Reading.Valid<T> _ -> Set.of();
            case Reading.Invalid<T> invalid ->
                invalid.faults().stream().map(Fault::pointer).collect(Collectors.toSet());
        };
    }
}
