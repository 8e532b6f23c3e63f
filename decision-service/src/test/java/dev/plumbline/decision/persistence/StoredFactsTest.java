package dev.plumbline.decision.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.decision.domain.Attestation;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.FactContent;
import dev.plumbline.decision.domain.FactIdentity;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.FlagCategory;
import dev.plumbline.decision.domain.FlagState;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.Panel;
import dev.plumbline.decision.domain.QuestionCount;
import dev.plumbline.decision.domain.Rating;
import dev.plumbline.decision.domain.RedFlag;
import dev.plumbline.decision.domain.ScreeningAnswer;
import dev.plumbline.decision.domain.ScreeningAnswers;
import dev.plumbline.decision.domain.SectionResult;
import dev.plumbline.decision.domain.Waiver;
import dev.plumbline.decision.domain.WaiverReason;
import dev.plumbline.decision.json.Digests;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredFactsTest {
    private static final String ODD = "q \"1\" \\ \u00e4\ud83d\ude00";
    private static final Figure HALF = Figure.of(new BigDecimal("8.5"));

    private static final List<FactContent> CONTENTS = List.of(
            new Lifecycle(Lifecycle.Status.WITHDRAWN, "job-1", 3, ODD),
            new ScreeningAnswers(List.of()),
            new ScreeningAnswers(List.of(
                    new ScreeningAnswer("a", true), new ScreeningAnswer("b", false), new ScreeningAnswer(ODD, null))),
            new SectionResult(ODD, HALF, Figure.of(10), Figure.ZERO, null),
            new SectionResult(
                    "s", Figure.of(999_999_998), Figure.of(999_999_999), Figure.ONE, new QuestionCount(1, 3, 2)),
            new Panel("p", List.of()),
            new Panel("p", List.of("ben", "ana", ODD)),
            new Rating("q", ODD, null),
            new Rating("q", "r", HALF),
            new RedFlag("f", FlagCategory.ETHICAL_LAPSE, FlagState.RAISED),
            new Attestation("g", "r", false),
            new Waiver("n", WaiverReason.ASKED_ELSEWHERE));

    @Test
    void every_kind_of_fact_comes_back_as_it_was() {
        List<Fact> facts = new ArrayList<>();
        CONTENTS.forEach(content -> facts.add(fact(content.identity(), content)));

        assertThat(FactsReader.read(FactsWriter.write(facts))).isEqualTo(facts);
    }

    @Test
    void a_tombstone_of_every_kind_comes_back_as_one() {
        List<Fact> facts = new ArrayList<>();
        CONTENTS.forEach(content -> facts.add(fact(content.identity(), null)));

        assertThat(FactsReader.read(FactsWriter.write(facts))).isEqualTo(facts);
    }

    @Test
    void no_facts_are_no_facts() {
        assertThat(FactsReader.read(FactsWriter.write(List.of()))).isEmpty();
    }

    @Test
    void a_fact_is_short() {
        Fact rated = fact(new FactIdentity.Rating("billing", "ana"), new Rating("billing", "ana", Figure.of(4)));

        assertThat(new String(FactsWriter.write(List.of(rated)), StandardCharsets.UTF_8))
                .isEqualTo("[[\"R\",7,\"billing\",\"ana\",40000]]");
    }

    @Test
    void what_is_none_is_told() {
        for (String stored : List.of("[[\"X\",1]]", "[[\"S\",1,\"s\",5]]", "[[\"R\",0,\"q\",\"r\",1]]", "[[\"R\"")) {
            assertThatThrownBy(() -> FactsReader.read(stored.getBytes(StandardCharsets.UTF_8)))
                    .as(stored)
                    .isInstanceOf(RuntimeException.class);
        }
    }

    private static Fact fact(FactIdentity identity, @Nullable FactContent content) {
        return new Fact(identity, 7, content, Digests.fact(content));
    }
}
