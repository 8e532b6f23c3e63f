package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Transactions that leave nothing behind. */
final class RolledBack {
    private RolledBack() {}

    /** What comes of it in a transaction of its own, which is rolled back. */
    static <T> T call(Supplier<T> work) {
        List<T> found = new ArrayList<>();
        RuntimeException back = new RuntimeException("so that it is rolled back");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    found.add(work.get());
                    throw back;
                }))
                .isSameAs(back);
        return found.getFirst();
    }
}
