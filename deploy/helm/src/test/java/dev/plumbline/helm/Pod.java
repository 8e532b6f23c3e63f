package dev.plumbline.helm;

import java.util.Map;

/**
 * A pod as network policies see it.
 *
 * @param namespace the name of its namespace
 * @param labels its own
 */
record Pod(String namespace, Map<String, String> labels) {
    /** A pod of the release's namespace. */
    static Pod of(Map<String, String> labels) {
        return new Pod(Chart.NAMESPACE, labels);
    }

    /** Some pod of another namespace. */
    static Pod in(String namespace) {
        return new Pod(namespace, Map.of());
    }
}
