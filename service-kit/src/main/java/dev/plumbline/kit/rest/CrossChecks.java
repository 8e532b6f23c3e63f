package dev.plumbline.kit.rest;

import dev.plumbline.kit.problem.Fault;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cross-checks of a service, by the record that each is for. */
@ApplicationScoped
class CrossChecks {
    private final Map<Class<?>, CrossCheck<?>> byType;

    CrossChecks(@All List<CrossCheck<?>> checks) {
        this.byType = checks.stream().collect(Collectors.toMap(CrossCheck::type, Function.identity()));
    }

    List<Fault> of(Record record, Set<String> faulty) {
        @Nullable CrossCheck<?> check = byType.get(record.getClass());
        return check == null ? List.of() : faults(check, record, faulty);
    }

    private static <T extends Record> List<Fault> faults(CrossCheck<T> check, Record record, Set<String> faulty) {
        return check.check(check.type().cast(record), faulty);
    }
}
