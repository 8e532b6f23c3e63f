package dev.plumbline.kit.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.kit.problem.Problem;
import dev.plumbline.kit.problem.ProblemException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class KafkaProblemsTest {
    private static Problem of(KafkaException failure) {
        return ((ProblemException) KafkaProblems.of(failure)).error().problem();
    }

    @Test
    void who_does_not_answer_is_asked_again() {
        assertThat(of(new TimeoutException("no answer")).status()).isEqualTo(503);
        assertThat(of(new TimeoutException("no answer")).retryAfterSeconds()).isNotNull();
        assertThat(of(new KafkaException("No resolvable bootstrap urls")).status())
                .isEqualTo(503);
    }

    @Test
    void missing_rights_are_said_as_such() {
        Problem refused = of(new TopicAuthorizationException(Set.of("secret.v1")));
        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.detail()).contains("secret.v1");
        assertThat(of(new SaslAuthenticationException("wrong password")).status())
                .isEqualTo(502);
    }

    @Test
    void what_the_program_did_wrong_stays_its_failure() {
        KafkaException failure = new InvalidRequestException("nonsense");
        assertThat(KafkaProblems.of(failure)).isSameAs(failure);
    }

    @Test
    void a_topic_cannot_be_looked_for_where_kafka_is_not_there() {
        TopicsSettings settings = new SmallRyeConfigBuilder()
                .withMapping(TopicsSettings.class)
                .build()
                .getConfigMapping(TopicsSettings.class);
        // No address at all: the client refuses it before it asks anybody.
        Topics topics = new Topics(() -> Map.of("bootstrap.servers", "nowhere"), settings);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> topics.ensure("kept.v1"))
                .satisfies(
                        refused -> assertThat(refused.error().problem().slug()).isEqualTo("kafka-is-away"));
    }
}
