package dev.plumbline.decision.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.FactContent;
import dev.plumbline.decision.domain.FactIdentity;
import dev.plumbline.decision.domain.FactKind;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.Panel;
import dev.plumbline.decision.domain.RandomCase;
import dev.plumbline.decision.domain.Rating;
import dev.plumbline.decision.domain.Samples;
import dev.plumbline.decision.domain.ScreeningAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back as the same. */
class RoundTripTest {

    private static JsonNode reparsed(JsonNode json) {
        try {
            return ExactJson.parse(json.toString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {23, 230_003})
    void reads_back_rubrics_evidence_and_facts(long seed) {
        for (int i = 0; i < 300; i++) {
            RandomCase drawn = new RandomCase(seed + i, 1 + i % 9);
            String about = "seed " + (seed + i);

            assertThat(Readings.valid(RubricReader.read(reparsed(RubricJson.toJson(drawn.rubric())), "")))
                    .as(about)
                    .isEqualTo(drawn.rubric());
            assertThat(Readings.valid(EvidenceReader.read(
                            reparsed(EvidenceJson.toJson(drawn.evidence())),
                            "",
                            drawn.rubric().ratingScale())))
                    .as(about)
                    .isEqualTo(drawn.evidence());
            for (Fact fact : facts(drawn)) {
                assertThat(Readings.valid(FactJson.read(fact.identity().kind(), reparsed(FactJson.toJson(fact)))))
                        .as(about)
                        .isEqualTo(fact);
            }
        }
    }

    private static List<Fact> facts(RandomCase drawn) {
        List<FactContent> contents = new ArrayList<>();
        contents.addAll(drawn.evidence().sections());
        contents.addAll(drawn.evidence().panel());
        contents.addAll(drawn.evidence().ratings());
        contents.addAll(drawn.evidence().redFlags());
        contents.addAll(drawn.evidence().attestations());
        contents.add(new ScreeningAnswers(drawn.evidence().screening()));
        contents.addAll(drawn.evidence().waivers());
        contents.add(new Lifecycle(Lifecycle.Status.SUBMITTED, "job", 1, "x"));
        List<Fact> facts = new ArrayList<>();
        for (FactContent content : contents) {
            facts.add(FactJson.fact(5, content));
            facts.add(FactJson.tombstone(Long.MAX_VALUE, content.identity()));
        }
        return facts;
    }

    static Stream<FactKind> kinds() {
        return Stream.of(FactKind.values());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void names_what_a_fact_lacks(FactKind kind) throws JsonProcessingException {
        assertThat(Readings.pointers(FactJson.read(kind, ExactJson.parse("[]"))))
                .containsExactly("");
        assertThat(Readings.pointers(FactJson.read(kind, ExactJson.parse("{}"))))
                .contains("/revision")
                .hasSizeGreaterThan(1);
        assertThat(Readings.pointers(FactJson.read(kind, ExactJson.parse("{\"revision\":0,\"retracted\":1}"))))
                .contains("/revision", "/retracted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SECTION | {'section':'s','earned':2,'possible':1} | /earned",
                "SECTION | {'section':'s','earned':1,'possible':0} | /possible",
                "SECTION | {'section':'s','earned':1,'possible':1,'questions':{'right':2,'total':1,'x':1}} | /questions",
                "RATING | {'question':'q','rater':'r','rating':-1} | /rating",
                "RATING | {'question':'q','rater':'r','rating':1.23456} | /rating",
                "PANEL | {'question':'q','raters':['a','']} | /raters/1",
                "RED_FLAG | {'redFlagId':'f','category':'X','state':'RAISED'} | /category",
                "RED_FLAG | {'id':'f','category':'OTHER','state':'RAISED'} | /redFlagId",
                "ATTESTATION | {'gate':'g','rater':'r','met':null} | /met",
                "SCREENING | {'screening':[{'criterion':'c','met':true},{'criterion':'c','met':null}]} | /screening/1",
                "SCREENING | {'screening':[7,{}]} | /screening/0 /screening/1/criterion /screening/1/met",
                "SCREENING | {'screening':null} | /screening",
                "WAIVER | {'node':'n','reason':'because'} | /reason",
                "WAIVER | {'node':'n','retracted':true} |",
                "SECTION | {'retracted':true} | /section",
                "LIFECYCLE | {'status':'GONE','jobId':'','rubricVersion':0,'externalId':1} | "
                        + "/status /jobId /rubricVersion /externalId"
            })
    void names_every_fault_of_a_fact(FactKind kind, String data, String pointers) throws JsonProcessingException {
        JsonNode json = ExactJson.parse(data.replace('\'', '"').replaceFirst("\\{", "{\"revision\":1,"));

        assertThat(Readings.pointers(FactJson.read(kind, json)))
                .containsExactlyInAnyOrder(pointers == null ? new String[0] : pointers.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "\"1\"", "null", "9223372036854775808", "1e3"})
    void takes_whole_revisions_only(String revision) throws JsonProcessingException {
        JsonNode json = ExactJson.parse("{\"node\":\"n\",\"reason\":\"ACCOMMODATION\",\"revision\":" + revision + "}");

        assertThat(Readings.pointers(FactJson.read(FactKind.WAIVER, json))).containsExactly("/revision");
    }

    @Test
    void ignores_what_it_does_not_know_of_an_event_as_its_consumers_must() throws JsonProcessingException {
        JsonNode json = ExactJson.parse("{\"applicationId\":\"a\",\"question\":\"q\",\"rater\":\"r\",\"rating\":99,"
                + "\"revision\":3,\"note\":1,\"retracted\":false}");

        assertThat(Readings.valid(FactJson.read(FactKind.RATING, json)))
                .isEqualTo(FactJson.fact(3, Samples.rating("q", "r", "99")));
    }

    @Test
    void names_a_red_flag_as_its_event_does() {
        JsonNode json = FactJson.toJson(FactJson.tombstone(2, new FactIdentity.RedFlag("f")));

        assertThat(json.toString()).isEqualTo("{\"redFlagId\":\"f\",\"retracted\":true,\"revision\":2}");
        assertThat(FactJson.toJson(FactJson.fact(1, new Panel("q", List.of()))).toString())
                .isEqualTo("{\"question\":\"q\",\"raters\":[],\"revision\":1}");
        assertThat(FactJson.toJson(FactJson.fact(1, new Rating("q", "r", Samples.figure("1.50"))))
                        .toString())
                .contains("\"rating\":1.5,");
    }
}
