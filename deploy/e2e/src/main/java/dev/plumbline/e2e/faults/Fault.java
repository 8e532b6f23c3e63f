package dev.plumbline.e2e.faults;

/**
 * Something that goes wrong.
 *
 * @param name as the report calls it
 * @param strike does it while scores are sent, and lifts it
 */
public record Fault(String name, Strike strike) {

    /** What is done. */
    @FunctionalInterface
    public interface Strike {
        /** Begins the fault while something is on its way, says what, and lifts it. */
        void at(Arena arena) throws Exception;
    }
}
