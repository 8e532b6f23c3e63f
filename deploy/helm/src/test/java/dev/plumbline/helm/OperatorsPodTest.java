package dev.plumbline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pod that the documents have operators make goes with what the chart makes for it. */
class OperatorsPodTest {
    private static final Pattern APPLIED = Pattern.compile("(?s)kubectl apply -f - <<END\n(.*?)\nEND\n");
    private static final List<Manifest> ALL = Chart.of("demo");
    private static final Manifest POD = read();

    private static Manifest read() {
        Matcher applied = APPLIED.matcher(Project.read(Project.root().resolve("docs/operations/kubernetes.md")));
        assertThat(applied.find()).isTrue();
        try {
            return new Manifest(
                    Chart.YAML.readTree(applied.group(1).replace("$image", "registry.example.com/kafka:1")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manifest of(String kind, String name) {
        return ALL.stream()
                .filter(one -> one.isA(kind) && one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void kubernetes_knows_it() {
        assertThat(POD.isA("Pod")).isTrue();
        assertThat(KubernetesModels.faults(POD)).isEmpty();
        assertThat(POD.json().at("/metadata/namespace").asText()).isEqualTo(Chart.NAMESPACE);
    }

    @Test
    void its_labels_are_those_that_are_let_in() {
        assertThat(Manifest.map(POD.json().at("/metadata/labels")))
                .isEqualTo(
                        Manifest.map(of("NetworkPolicy", "plumbline-operators").spec("/podSelector/matchLabels")));
    }

    @Test
    void its_secrets_are_those_that_strimzi_makes_and_its_server_is_the_services() {
        Manifest user = of("KafkaUser", "plumbline-operators");
        Manifest service = of("Deployment", "plumbline-job-service");
        assertThat(POD.specs("/volumes")
                        .map(volume -> volume.at("/secret/secretName").asText())
                        .filter(name -> !name.isEmpty()))
                .containsExactly(user.name(), of("Kafka", "plumbline-kafka").name() + "-cluster-ca-cert");
        String server = variable(POD.spec("/containers/0/env"), "kafka");
        assertThat(variable(service.spec("/template/spec/containers/0/env"), "KAFKA_BOOTSTRAP_SERVERS"))
                .isEqualTo(server.replace(":", "." + Chart.NAMESPACE + ".svc:"));
    }

    /** Or a namespace that enforces the standard "restricted", as the document has it made, would refuse it. */
    @Test
    void it_runs_restricted() {
        JsonNode container = POD.spec("/containers/0/securityContext");
        assertThat(POD.spec("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(POD.spec("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(Manifest.texts(container.at("/capabilities/drop"))).containsExactly("ALL");
        assertThat(POD.specs("/volumes")).allMatch(volume -> volume.has("secret") || volume.has("emptyDir"));
    }

    private static String variable(JsonNode environment, String name) {
        return Manifest.each(environment)
                .filter(one -> one.path("name").asText().equals(name))
                .map(one -> one.path("value").asText())
                .findFirst()
                .orElseThrow();
    }
}
