package dev.plumbline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Topics and users are those of the services' own settings and asyncapi.yaml. */
class KafkaTest {
    private static Stream<Manifest> all(String kind) {
        return Chart.of("production").stream().filter(one -> one.isA(kind));
    }

    private static Manifest user(Service service) {
        return all("KafkaUser")
                .filter(one -> one.name().equals("plumbline-" + service.title()))
                .findFirst()
                .orElseThrow();
    }

    /** The names that a user may do this to. */
    private static Set<String> may(Manifest user, String type, String operation) {
        return user.specs("/authorization/acls")
                .filter(acl -> acl.at("/resource/type").asText().equals(type))
                .filter(acl -> Manifest.texts(acl.path("operations")).contains(operation))
                .map(acl -> acl.at("/resource/name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void every_topic_of_the_contract_is_there_and_kept_for_ever(String values) {
        List<Manifest> topics =
                Chart.of(values).stream().filter(one -> one.isA("KafkaTopic")).toList();
        Set<String> needed = Stream.of(Service.values())
                .flatMap(service -> service.list("plumbline.topics.ensure").stream())
                .collect(Collectors.toSet());
        assertThat(topics.stream().map(Manifest::name)).containsExactlyInAnyOrderElementsOf(needed);
        assertThat(topics).allSatisfy(topic -> {
            assertThat(topic.spec("/config/cleanup.policy").asText()).isEqualTo("delete");
            assertThat(topic.spec("/config/retention.ms").asInt()).isEqualTo(-1);
            assertThat(topic.spec("/config/retention.bytes").asInt()).isEqualTo(-1);
            assertThat(topic.spec("/config/message.timestamp.type").asText()).isEqualTo("LogAppendTime");
        });
        // The facts of one application have one partition number on each topic.
        assertThat(topics.stream()
                        .map(topic -> topic.spec("/partitions").asInt())
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_service_writes_its_own_topics_and_reads_what_it_follows(Service service) {
        Manifest user = user(service);
        assertThat(may(user, "topic", "Write")).isEqualTo(service.topics("send"));
        assertThat(may(user, "topic", "Read")).isEqualTo(service.topics("receive"));
        assertThat(user.specs("/authorization/acls").flatMap(acl -> Manifest.texts(acl.path("operations")).stream()))
                .containsOnly("Read", "Write", "Describe");
        assertThat(user.specs("/authorization/acls")
                        .map(acl -> acl.at("/resource/type").asText()))
                .containsOnly("topic", "group");
        assertThat(user.spec("/authentication/type").asText()).isEqualTo("tls");
    }

    @Test
    void no_topic_has_two_writers() {
        assertThat(Stream.of(Service.values()).flatMap(service -> may(user(service), "topic", "Write").stream()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void a_service_has_the_groups_of_its_channels_and_no_others(Service service) {
        Manifest user = user(service);
        assertThat(service.groups())
                .isNotEmpty()
                .allSatisfy(group -> assertThat(allows(user, group)).isTrue());
        Stream.of(Service.values())
                .filter(other -> other != service)
                .flatMap(other -> other.groups().stream())
                .forEach(group -> assertThat(allows(user, group)).as(group).isFalse());
    }

    private static boolean allows(Manifest user, String group) {
        return allows(user, group, "Read");
    }

    private static boolean allows(Manifest user, String group, String operation) {
        return user.specs("/authorization/acls")
                .filter(acl -> Manifest.texts(acl.path("operations")).contains(operation))
                .map(acl -> acl.path("resource"))
                .filter(resource -> resource.path("type").asText().equals("group"))
                .anyMatch(resource -> resource.path("patternType").asText().equals("prefix")
                        ? group.startsWith(resource.path("name").asText())
                        : group.equals(resource.path("name").asText()));
    }

    @Test
    void who_reads_lags_sees_and_does_nothing_else() {
        Manifest lag = all("KafkaUser")
                .filter(one -> one.name().equals("plumbline-lag"))
                .findFirst()
                .orElseThrow();
        assertThat(lag.specs("/authorization/acls").flatMap(acl -> Manifest.texts(acl.path("operations")).stream()))
                .containsOnly("Describe");
        JsonNode trigger = all("ScaledObject").findFirst().orElseThrow().spec("/triggers/1/metadata");
        assertThat(Service.DECISION.groups())
                .contains(trigger.path("consumerGroup").asText());
        assertThat(may(lag, "group", "Describe"))
                .containsExactly(trigger.path("consumerGroup").asText());
    }

    @Test
    void operators_set_and_delete_the_services_groups_and_change_no_topic() {
        Manifest operators = Chart.of("demo").stream()
                .filter(one -> one.isA("KafkaUser") && one.name().equals("plumbline-operators"))
                .findFirst()
                .orElseThrow();
        // Offsets are set with the right to read the topic (Kafka's OffsetCommit).
        assertThat(operators
                        .specs("/authorization/acls")
                        .filter(acl -> acl.at("/resource/type").asText().equals("topic"))
                        .flatMap(acl -> Manifest.texts(acl.path("operations")).stream()))
                .containsExactlyInAnyOrder("Read", "Describe", "DescribeConfigs");
        assertThat(may(operators, "topic", "Read")).containsExactly("plumbline.");
        Stream.of(Service.values())
                .flatMap(service -> service.groups().stream())
                .forEach(group -> Stream.of("Read", "Describe", "Delete")
                        .forEach(operation -> assertThat(allows(operators, group, operation))
                                .as(operation + " " + group)
                                .isTrue()));
        assertThat(allows(operators, "somebody-else", "Delete")).isFalse();
        assertThat(operators.spec("/authentication/type").asText()).isEqualTo("tls");
    }

    @Test
    void nobody_but_the_services_and_who_reads_lags_has_a_user_until_it_is_switched_on() {
        assertThat(all("KafkaUser").map(Manifest::name))
                .hasSize(Service.values().length + 1)
                .doesNotContain("plumbline-operators");
    }

    @Test
    void brokers_make_no_topics_by_themselves_and_take_nobody_without_a_certificate() {
        Manifest kafka = all("Kafka").findFirst().orElseThrow();
        assertThat(kafka.spec("/kafka/config/auto.create.topics.enable").asBoolean(true))
                .isFalse();
        assertThat(kafka.spec("/kafka/authorization/type").asText()).isEqualTo("simple");
        assertThat(kafka.specs("/kafka/listeners")).singleElement().satisfies(listener -> {
            assertThat(listener.path("tls").asBoolean()).isTrue();
            assertThat(listener.at("/authentication/type").asText()).isEqualTo("tls");
        });
    }
}
