package dev.plumbline.decision.rest.webhook;

import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.rest.CrossCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** A range ends after it begins. */
@ApplicationScoped
class RangeCheck implements CrossCheck<RangeRequest> {
    @Override
    public Class<RangeRequest> type() {
        return RangeRequest.class;
    }

    @Override
    public List<Fault> check(RangeRequest range, Set<String> faulty) {
        boolean isKnown = !faulty.contains("from") && !faulty.contains("to");
        return isKnown && !range.from().isBefore(range.to())
                ? List.of(new Fault("/to", "must be later than /from"))
                : List.of();
    }
}
