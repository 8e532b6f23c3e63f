package dev.plumbline.interview.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.interview.Stage;
import dev.plumbline.interview.domain.InterviewQuestion;
import dev.plumbline.interview.domain.JobVersion;
import dev.plumbline.kit.inbox.RejectedEvent;
import dev.plumbline.kit.rest.JsonSettings;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedJobTest {
    private static final ObjectMapper JSON = JsonSettings.apply(new ObjectMapper());
    private static final UUID JOB = new UUID(5, 5);
    private static final String VALID =
            Stage.jobVersion(JOB, 2, 3, "ALL_OPEN_APPLICATIONS", List.of("billing", "motivation"));

    @Test
    void reads_what_interviews_need() throws Exception {
        PublishedJob job = read(VALID);
        JobVersion version = job.version();

        assertThat(job.revision()).isEqualTo(3);
        assertThat(version.jobId()).isEqualTo(JOB);
        assertThat(version.version()).isEqualTo(2);
        assertThat(version.appliesToAllOpen()).isTrue();
        assertThat(version.title()).isEqualTo("Medical Office Manager");
        assertThat(version.scale().min()).isEqualByComparingTo("1");
        assertThat(version.scale().max()).isEqualByComparingTo("5");
        assertThat(version.attestationGates()).containsExactly("communication-baseline");
        assertThat(version.questions()).extracting(InterviewQuestion::id).containsExactly("billing", "motivation");
        InterviewQuestion billing = version.questions().getFirst();
        assertThat(billing.kind()).isEqualTo("STAR");
        assertThat(billing.anchors()).containsEntry("1", "one").containsEntry("5", "five");
        assertThat(billing.probes()).containsExactly("What exactly?");
    }

    @Test
    void a_question_without_a_wording_is_named_by_its_leaf() throws Exception {
        assertThat(read(VALID).version().questions().getLast())
                .isEqualTo(InterviewQuestion.named("motivation", "Leaf motivation"));
    }

    @Test
    void takes_unknown_members_and_absent_optional_ones() throws Exception {
        String json = """
                {"jobId":"%s","version":1,"revision":1,"title":"T","appliesTo":"NEW_APPLICATIONS","future":[1],
                 "rubric":{"ratingScale":{"min":0,"max":10,"future":1},"criteria":{"id":"o","name":"O"}}}""".formatted(JOB);

        assertThat(read(json).version().questions()).isEmpty();
        assertThat(read(json).version().attestationGates()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\":2 | \"version\":0 | /version",
                "\"version\":2 | \"version\":2.5 | /version",
                "\"version\":2 | \"version\":\"2\" | /version",
                "\"version\":2 | \"version\":2147483648 | /version",
                "\"revision\":3 | \"revision\":-1 | /revision",
                "\"revision\":3 | \"revision\":92233720368547758080 | /revision",
                "\"revision\":3 | \"other\":3 | /revision",
                "ALL_OPEN_APPLICATIONS | SOME | /appliesTo",
                "\"min\":1 | \"min\":5 | /rubric/ratingScale/min",
                "\"min\":1 | \"min\":-1 | /rubric/ratingScale/min",
                "\"max\":5 | \"max\":\"5\" | /rubric/ratingScale/max",
                "\"criteria\": | \"criterion\": | /rubric/criteria",
                "\"type\":\"ATTESTATION\" | \"type\":7 | /rubric/gates/1/type",
                "\"gates\":[ | \"gates\":[1, | /rubric/gates",
                "\"anchors\":{\"1\":\"one\" | \"anchors\":{\"1\":1 | /interviewQuestions/0/anchors",
                "\"probes\":[\"What exactly?\"] | \"probes\":\"What?\" | /interviewQuestions/0/probes",
                "\"title\":\"Medical Office Manager\" | \"title\":\"a\\u0000b\" | /title",
                "\"jobId\":\"00000000 | \"jobId\":\"nope | /jobId"
            })
    void says_where_an_unusable_event_is_wrong(String valid, String wrong, String where) throws Exception {
        String json = VALID.replaceFirst(
                java.util.regex.Pattern.quote(valid), java.util.regex.Matcher.quoteReplacement(wrong));
        assertThat(json).isNotEqualTo(VALID);

        assertThatExceptionOfType(RejectedEvent.class)
                .isThrownBy(() -> read(json))
                .satisfies(e -> assertThat(e.reason()).startsWith(where + " is not "));
    }

    @Test
    void a_rubric_deeper_than_any_is_unusable() {
        String deep = "{\"id\":\"n\",\"name\":\"N\",\"children\":[".repeat(40) + "{\"id\":\"n\",\"name\":\"N\"}"
                + "]}".repeat(40);
        String json = """
                {"jobId":"%s","version":1,"revision":1,"title":"T","appliesTo":"NEW_APPLICATIONS",
                 "rubric":{"ratingScale":{"min":1,"max":5},"criteria":%s}}""".formatted(JOB, deep);

        assertThatExceptionOfType(RejectedEvent.class).isThrownBy(() -> read(json));
    }

    private static PublishedJob read(String json) throws JsonProcessingException {
        return PublishedJob.of(Fields.of(JSON.readTree(json)));
    }
}
