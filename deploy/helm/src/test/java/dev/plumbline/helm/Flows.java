package dev.plumbline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What network policies let through, by the rules of networking.k8s.io/v1. */
final class Flows {
    private final List<Manifest> policies;

    Flows(List<Manifest> manifests) {
        this.policies =
                manifests.stream().filter(one -> one.isA("NetworkPolicy")).toList();
    }

    /** From a pod to a pod: out of the one, and into the other. */
    boolean allow(Pod from, Pod to, int port) {
        return (isForeign(from)
                        || rulesOf(from, "Egress").anyMatch(rule -> matches(rule, "to", port, peer -> is(peer, to))))
                && (isForeign(to)
                        || rulesOf(to, "Ingress")
                                .anyMatch(rule -> matches(rule, "from", port, peer -> is(peer, from))));
    }

    /** From a pod to an address outside of the cluster. */
    boolean allow(Pod from, String address, int port) {
        return rulesOf(from, "Egress").anyMatch(rule -> matches(rule, "to", port, peer -> covers(peer, address)));
    }

    /** Whether what no policy names is refused. */
    boolean denyByDefault(Pod pod) {
        return Stream.of("Ingress", "Egress")
                .allMatch(type -> policiesOf(pod, type).findAny().isPresent());
    }

    private static boolean isForeign(Pod pod) {
        return !pod.namespace().equals(Chart.NAMESPACE);
    }

    private Stream<Manifest> policiesOf(Pod pod, String type) {
        return policies.stream()
                .filter(policy -> Manifest.texts(policy.spec("/policyTypes")).contains(type))
                .filter(policy -> selects(policy.spec("/podSelector"), pod.labels()));
    }

    private Stream<JsonNode> rulesOf(Pod pod, String type) {
        return policiesOf(pod, type).flatMap(policy -> policy.specs("/" + type.toLowerCase(Locale.ROOT)));
    }

    private static boolean matches(JsonNode rule, String side, int port, Predicate<JsonNode> peer) {
        return Manifest.each(rule.path("ports"))
                        .anyMatch(one -> one.path("port").asInt() == port)
                && Manifest.each(rule.path(side)).anyMatch(peer);
    }

    private static boolean is(JsonNode peer, Pod pod) {
        if (peer.has("ipBlock")) {
            return false;
        }
        boolean namespace = peer.has("namespaceSelector")
                ? selects(peer.path("namespaceSelector"), Map.of("kubernetes.io/metadata.name", pod.namespace()))
                : pod.namespace().equals(Chart.NAMESPACE);
        return namespace && (!peer.has("podSelector") || selects(peer.path("podSelector"), pod.labels()));
    }

    private static boolean selects(JsonNode selector, Map<String, String> labels) {
        return labels.entrySet()
                .containsAll(Manifest.map(selector.path("matchLabels")).entrySet());
    }

    private static boolean covers(JsonNode peer, String address) {
        JsonNode block = peer.path("ipBlock");
        return !block.isMissingNode()
                && contains(block.path("cidr").asText(), address)
                && Manifest.texts(block.path("except")).stream().noneMatch(range -> contains(range, address));
    }

    private static boolean contains(String range, String address) {
        int slash = range.indexOf('/');
        byte[] network = bytes(range.substring(0, slash));
        byte[] host = bytes(address);
        int length = Integer.parseInt(range.substring(slash + 1));
        if (network.length != host.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((network[bit / 8] & mask) != (host[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }
}
