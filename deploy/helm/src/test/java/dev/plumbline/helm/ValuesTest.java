package dev.plumbline.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What values are taken, and what those that are not are answered with. */
class ValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kafka: {partitons: 3}} | additional properties 'partitons' not allowed",
                "{kafka: {partitions: '12'}} | at '/kafka/partitions': got string, want integer",
                "{kafka: {mode: confluent}} | at '/kafka/mode': value must be one of 'strimzi', 'existing'",
                "{kafka: {minInSyncReplicas: 4}} | kafka.minInSyncReplicas is more than kafka.replicas",
                "{kafka: {replicas: 5}} | kafka.replicas is more than kafka.strimzi.nodes",
                "{kafka: {mode: existing}} | kafka.existing.bootstrapServers is missing",
                "{kafka: {mode: existing, existing: {bootstrapServers: 'k:9093'}}} |"
                        + " kafka.existing.clientSecrets.assessment is missing",
                "{kafka: {mode: existing, operators: {enabled: true}}} | kafka.operators is for kafka.mode strimzi",
                "{kafka: {operators: {enabled: 'yes'}}} | at '/kafka/operators/enabled': got string, want boolean",
                "{image: {registry: ''}} | at '/image/registry': minLength",
                "{oidc: {authServerUrl: login.example.com}} | at '/oidc/authServerUrl'",
                "{public: {host: ''}} | public.host (one host by prefix) or public.hosts (four hosts) is needed",
                "{public: {hosts: {job: j.example.com}}} | public.host and public.hosts exclude each other",
                "{public: {host: '', hosts: {job: j.example.com}}} | public.hosts.assessment is missing",
                "{public: {host: 'https://plumbline.example.com'}} | at '/public/host'",
                "{gateway: {className: ''}} | gateway.create needs gateway.className and gateway.certificateSecret",
                "{gateway: {create: false}} | gateway.parent.name is missing",
                "{services: {job: {autoscaling: {lag: {enabled: true}}}}} | job-service: autoscaling.lag is for"
                        + " services whose work comes off topics",
                "{services: {job: {autoscaling: {minReplicas: 9}}}} | job-service: autoscaling.minReplicas is more"
                        + " than maxReplicas",
                "{services: {job: {shutdown: {requests: 60}}}} | job-service: shutdown.grace has to be more than",
                "{services: {decision: {autoscaling: {maxReplicas: 7}}}} | decision-service: 7 instances with 2 consumers"
                        + " each are more than the 12 partitions",
                "{kafka: {partitions: 2}, defaults: {autoscaling: {enabled: false}, replicas: 2}} | decision-service: 2"
                        + " instances with 2 consumers each are more than the 2 partitions",
                "{services: {jobs: {}}} | additional properties 'jobs' not allowed",
                "{services: {decision: {resources: {limits: {memory: lots}}}}} | at"
                        + " '/services/decision/resources/limits/memory'",
                "{services: {interview: {calendarOrganizer: me}}} | at '/services/interview/calendarOrganizer'",
                "{postgres: {mode: existing}} | postgres.existing.caSecret is missing: sslMode verify-full",
                "{postgres: {mode: existing, existing: {caSecret: ca}}} | postgres.existing.databases.assessment is"
                        + " missing",
                "{postgres: {existing: {sslMode: disable}}} | at '/postgres/existing/sslMode'",
                "{defaults: {replicas: 0}} | at '/defaults/replicas': minimum: got 0, want 1",
                "{monitoring: {runbooks: 'wiki'}} | at '/monitoring/runbooks'",
                "{networkPolicy: {receivers: {ports: []}}} | at '/networkPolicy/receivers/ports': minItems",
                "{networkPolicy: {apiServer: {cidrs: []}}} | at '/networkPolicy/apiServer/cidrs': minItems"
            })
    void what_cannot_work_is_refused_and_says_why(String more, String error) {
        assertThatThrownBy(() -> Chart.with("production", more)).hasMessageContaining(error);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{gateway: {enabled: false}}",
                "{networkPolicy: {enabled: false}}",
                "{monitoring: {enabled: false}}",
                "{defaults: {autoscaling: {enabled: false}}}",
                "{image: {tag: 1.2.3, pullSecrets: [registry]}}",
                "{services: {job: {environment: {QUARKUS_LOG_LEVEL: DEBUG}, podAnnotations: {a: b}, nodeSelector: {c:"
                        + " d}, tolerations: [{key: e}]}}}",
                "{postgres: {cloudnativePg: {storage: {class: fast}, backup: {objectStore: ''}, parameters:"
                        + " {max_connections: '300'}}}}",
                "{kafka: {mode: existing, existing: {bootstrapServers: 'k:9092', securityProtocol: PLAINTEXT,"
                        + " createTopics: true}}}",
                "{networkPolicy: {oidc: {to: [{ipBlock: {cidr: 10.1.0.0/16}}], port: 8443}}}"
            })
    void what_can_is_rendered_to_objects_that_kubernetes_knows(String more) {
        List<Manifest> all = Chart.with("production", more);
        assertThat(all.stream().filter(KubernetesModels::know).flatMap(one -> KubernetesModels.faults(one).stream()))
                .isEmpty();
    }

    @Test
    void a_password_for_kafka_is_a_file_too() {
        String lag = "services: {decision: {autoscaling: {enabled: true, lag: {enabled: true}}}}";
        String password = "kafka: {existing: {securityProtocol: SASL_SSL, clientSecrets: {lag: kafka-lag}}}";
        List<Manifest> all = Chart.with("existing-infrastructure", "{" + lag + ", " + password + "}");
        assertThat(all).anySatisfy(one -> assertThat(one.json().toString()).contains("kafka.sasl.jaas.config"));
    }

    @Test
    void an_image_is_pinned_by_its_digest() {
        String digest = "sha256:" + "ab".repeat(32);
        assertThat(Chart.with("demo", "{image: {digests: {job: '" + digest + "'}}}").stream()
                        .filter(one -> one.isA("Deployment"))
                        .map(one ->
                                one.spec("/template/spec/containers/0/image").asText()))
                .contains("registry.example.com/plumbline/job-service@" + digest);
    }
}
