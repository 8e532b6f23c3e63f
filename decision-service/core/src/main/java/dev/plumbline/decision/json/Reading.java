package dev.plumbline.decision.json;

import java.util.List;

/** What reading a document came to: its value, or every fault. */
public sealed interface Reading<T> {

    /** The document is as it should be. */
    record Valid<T>(T value) implements Reading<T> {}

    /**
     * The document is rejected.
     *
     * @param faults every one, at least one, each pointer once
     */
    record Invalid<T>(List<Fault> faults) implements Reading<T> {

        /** @throws IllegalArgumentException if there is no fault */
        public Invalid {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("what is invalid has a fault");
            }
        }
    }
}
