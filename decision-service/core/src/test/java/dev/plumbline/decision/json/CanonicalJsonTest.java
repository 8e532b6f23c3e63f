package dev.plumbline.decision.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plumbline.decision.domain.Decide;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.FactContent;
import dev.plumbline.decision.domain.FactIdentity;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.Panel;
import dev.plumbline.decision.domain.QuestionCount;
import dev.plumbline.decision.domain.RandomCase;
import dev.plumbline.decision.domain.Samples;
import dev.plumbline.decision.domain.ScreeningAnswer;
import dev.plumbline.decision.domain.ScreeningAnswers;
import dev.plumbline.decision.domain.SectionResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    private static final String SOME_DIGEST = "ab".repeat(32);

    private static void assertCanonical(byte[] json) throws IOException {
        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo(new JsonCanonicalizer(json).getEncodedString());
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 50_021})
    void is_canonical_by_another_implementation_too(long seed) throws IOException {
        for (int i = 0; i < 400; i++) {
            RandomCase drawn = new RandomCase(seed + i, 1 + i % 9);
            Decision decision = Decide.decide(drawn.rubric(), drawn.evidence());

            assertCanonical(CanonicalJson.input(drawn.evidence(), i + 1, i % 2 == 0));
            assertCanonical(CanonicalJson.content(decision, i + 1, i % 2 == 0, SOME_DIGEST));
            assertCanonical(CanonicalJson.content(decision, i + 1, i % 2 == 0, null));
        }
        assertCanonical(CanonicalJson.link(SOME_DIGEST, 7, null));
    }

    @Test
    void writes_every_character_as_another_implementation_does() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint += codePoint < 0x900 ? 1 : 97) {
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                all.appendCodePoint(codePoint);
            }
        }
        byte[] json = new CanonicalWriter()
                .beginArray()
                .text(all.toString())
                .text("")
                .text("\uffff\ud800\udc00\udbff\udfff")
                .endArray()
                .toBytes();

        assertCanonical(json);
        assertThat(ExactJson.parse(json).get(0).textValue()).isEqualTo(all.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "\udc00", "a\ud800b", "\udc00\ud800", "x\udbff"})
    void refuses_halves_of_characters(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CanonicalWriter().text(text));
    }

    @Test
    void writes_commas_and_literals_where_they_belong() {
        byte[] json = new CanonicalWriter()
                .beginObject()
                .name("a")
                .beginArray()
                .truth(true)
                .truth(false)
                .nothing()
                .beginObject()
                .endObject()
                .beginArray()
                .endArray()
                .endArray()
                .name("b")
                .text("c")
                .endObject()
                .toBytes();

        assertThat(text(json)).isEqualTo("{\"a\":[true,false,null,{},[]],\"b\":\"c\"}");
    }

    @Test
    void grows_as_long_as_it_must() throws IOException {
        Random random = new Random(1);
        CanonicalWriter writer = new CanonicalWriter().beginArray();
        for (int i = 0; i < 3000; i++) {
            writer.text("\u0001".repeat(random.nextInt(5)))
                    .truth(true)
                    .nothing()
                    .beginObject()
                    .name("x")
                    .truth(false)
                    .endObject();
        }
        assertCanonical(writer.endArray().toBytes());
    }

    @Test
    void writes_the_input_as_it_is_documented() {
        Evidence evidence = Samples.evidence(
                new SectionResult(
                        "s",
                        Samples.figure("8.50"),
                        Samples.figure("10"),
                        Samples.figure("0"),
                        new QuestionCount(8, 10, 1)),
                Samples.result("r", "0", "0.5000", "0.25"),
                Samples.rating("q", "ben", null),
                Samples.rating("q", "ana", "4.0"),
                new Panel("q", List.of("ben", "ana")),
                new ScreeningAnswer("c", null));

        assertThat(text(CanonicalJson.input(evidence, 3, true)))
                .isEqualTo(
                        "{\"evidence\":{\"attestations\":[],\"panel\":[{\"question\":\"q\",\"raters\":[\"ana\",\"ben\"]}],"
                                + "\"ratings\":[{\"question\":\"q\",\"rater\":\"ana\",\"rating\":\"4\"},"
                                + "{\"question\":\"q\",\"rater\":\"ben\",\"rating\":null}],\"redFlags\":[],"
                                + "\"screening\":[{\"criterion\":\"c\",\"met\":null}],"
                                + "\"sections\":[{\"earned\":\"0\",\"pending\":\"0.25\",\"possible\":\"0.5\",\"section\":\"r\"},"
                                + "{\"earned\":\"8.5\",\"pending\":\"0\",\"possible\":\"10\","
                                + "\"questions\":{\"pending\":\"1\",\"right\":\"8\",\"total\":\"10\"},\"section\":\"s\"}],"
                                + "\"waivers\":[]},\"rubricVersion\":\"3\",\"withdrawn\":true}");
    }

    @Test
    void writes_the_content_as_it_is_documented() {
        Decision decision = Decide.decide(
                Samples.rubric(
                        Samples.inner("root", List.of("60", "40"), Samples.section("s"), Samples.section("t")),
                        Samples.minRight("70", "s"),
                        Samples.atLeast("70", "s")),
                Samples.evidence(Samples.result("s", "2", "3", "1"), Samples.waiver("t")));

        assertThat(text(CanonicalJson.content(decision, 3, false, "d")))
                .isEqualTo("{\"band\":null,\"complete\":false,\"gates\":[{\"gate\":\"at-least\",\"state\":\"PENDING\"},"
                        + "{\"gate\":\"right\",\"state\":\"PENDING\"}],\"inputDigest\":\"d\","
                        + "\"nodes\":{\"root\":{\"complete\":false,\"high\":\"100.00\",\"low\":\"66.66\"},"
                        + "\"s\":{\"complete\":false,\"high\":\"100.00\",\"low\":\"66.66\"},\"t\":{\"waived\":true}},"
                        + "\"recommendation\":\"PENDING\",\"rubricVersion\":\"3\","
                        + "\"total\":{\"high\":\"100.00\",\"low\":\"66.66\"},\"withdrawn\":false}");
        assertThat(text(CanonicalJson.content(
                        Decide.decide(Samples.oneSection(), Samples.evidence(Samples.waiver("root"))), 1, true, null)))
                .startsWith("{\"band\":null,\"complete\":false,\"gates\":[],\"nodes\":")
                .endsWith("\"total\":null,\"withdrawn\":true}");
    }

    @Test
    void writes_links_and_facts_as_they_are_documented() {
        assertThat(text(CanonicalJson.link("c", 7, "p")))
                .isEqualTo("{\"contentDigest\":\"c\",\"number\":\"7\",\"predecessor\":\"p\"}");
        assertThat(text(CanonicalJson.link("c", 1, null)))
                .isEqualTo("{\"contentDigest\":\"c\",\"number\":\"1\",\"predecessor\":null}");
        assertThat(text(CanonicalJson.fact(null))).isEqualTo("{\"retracted\":true}");
        assertThat(text(CanonicalJson.fact(new Lifecycle(Lifecycle.Status.WITHDRAWN, "job", 2, "x"))))
                .isEqualTo("{\"externalId\":\"x\",\"jobId\":\"job\",\"rubricVersion\":\"2\",\"status\":\"WITHDRAWN\"}");
        assertThat(text(CanonicalJson.fact(new ScreeningAnswers(
                        List.of(new ScreeningAnswer("b", true), new ScreeningAnswer("a", false))))))
                .isEqualTo("{\"screening\":[{\"criterion\":\"a\",\"met\":false},{\"criterion\":\"b\",\"met\":true}]}");
        assertThat(text(CanonicalJson.fact(Samples.waiver("n"))))
                .isEqualTo("{\"node\":\"n\",\"reason\":\"ACCOMMODATION\"}");
    }

    @Test
    void digests_the_canonical_bytes() throws NoSuchAlgorithmException {
        FactContent waiver = Samples.waiver("n");
        String expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CanonicalJson.fact(waiver)));
        Fact fact = FactJson.fact(1, waiver);

        assertThat(Digests.fact(waiver)).isEqualTo(expected).isEqualTo(fact.contentSha256());
        assertThat(Digests.fact(null))
                .isEqualTo(FactJson.tombstone(9, new FactIdentity.Waiver("n")).contentSha256());
        assertThat(Digests.chain("c", 1, null))
                .isNotEqualTo(Digests.chain("c", 2, null))
                .hasSize(64);
    }

    @Test
    void changes_with_anything_that_a_digest_covers() {
        Evidence evidence = Samples.evidence(Samples.result("s", "2", "3", "0"));
        Evidence nearly = Samples.evidence(Samples.result("s", "2.0001", "3", "0"));
        Decision decision = Decide.decide(Samples.oneSection(), evidence);
        Decision other = Decide.decide(Samples.oneSection(), Samples.evidence(Samples.result("s", "1", "3", "0")));
        Decision shownAlike =
                Decide.decide(Samples.oneSection(), Samples.evidence(Samples.result("s", "66.66", "100", "0")));

        assertThat(List.of(
                        Digests.input(evidence, 1, false),
                        Digests.input(nearly, 1, false),
                        Digests.input(evidence, 2, false),
                        Digests.input(evidence, 1, true),
                        Digests.input(Evidence.NONE, 1, false)))
                .doesNotHaveDuplicates();
        assertThat(List.of(
                        Digests.content(decision, 1, false, "a"),
                        Digests.content(decision, 1, false, "b"),
                        Digests.content(decision, 2, false, "a"),
                        Digests.content(decision, 1, true, "a"),
                        Digests.content(other, 1, false, "a"),
                        Digests.publication(decision, 1, false),
                        Digests.publication(decision, 2, false),
                        Digests.publication(decision, 1, true)))
                .doesNotHaveDuplicates();
        assertThat(Digests.publication(shownAlike, 1, false)).isEqualTo(Digests.publication(decision, 1, false));
    }
}
