package dev.plumbline.kit.testing.attack;

import java.util.Map;

/**
 * What a service's tests put in place, so that generated calls find something. A caller is a role, whose person is named
 * like it, or {@code session}, the holder of a session's secret.
 */
public interface Scenery {
    /** The caller that is no role but the holder of a session's secret. */
    String SESSION = "session";

    /**
     * Things on which this caller may do this operation, because they are the caller's own or because everyone's are; in a
     * state in which it succeeds. Made anew unless the operation only reads.
     *
     * @param operation method and path as in the OpenAPI document
     */
    Place own(String operation, String caller);

    /** The same, but all of them someone else's. */
    Place foreign(String operation, String caller);

    /** For each operation with a body one that is valid; <code>${key}</code> in it stands for a value of the place. */
    Map<String, String> bodies();

    /** Queries, without their question marks, of the operations that cannot do without. */
    default Map<String, String> queries() {
        return Map.of();
    }
}
