package dev.plumbline.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FactIdentityTest {

    /** Of every kind, in their order. */
    private static final List<FactIdentity> ORDERED = List.of(
            new FactIdentity.Lifecycle(),
            new FactIdentity.Screening(),
            new FactIdentity.Section("a"),
            new FactIdentity.Section("b"),
            new FactIdentity.Panel("a"),
            new FactIdentity.Panel("b"),
            new FactIdentity.Rating("a", "b"),
            new FactIdentity.Rating("a", "c"),
            new FactIdentity.Rating("b", "a"),
            new FactIdentity.RedFlag("a"),
            new FactIdentity.RedFlag("b"),
            new FactIdentity.Attestation("a", "b"),
            new FactIdentity.Attestation("a", "c"),
            new FactIdentity.Attestation("b", "a"),
            new FactIdentity.Waiver("a"),
            new FactIdentity.Waiver("b"));

    @Test
    void is_told_apart_by_kind_and_parts() {
        assertThat(ORDERED)
                .extracting(identity -> identity.kind() + String.join(" ", identity.parts()))
                .containsExactly(
                        "LIFECYCLE",
                        "SCREENING",
                        "SECTIONa",
                        "SECTIONb",
                        "PANELa",
                        "PANELb",
                        "RATINGa b",
                        "RATINGa c",
                        "RATINGb a",
                        "RED_FLAGa",
                        "RED_FLAGb",
                        "ATTESTATIONa b",
                        "ATTESTATIONa c",
                        "ATTESTATIONb a",
                        "WAIVERa",
                        "WAIVERb");
    }

    @Test
    void is_ordered_by_kind_then_by_parts() {
        for (int i = 0; i < ORDERED.size(); i++) {
            for (int j = 0; j < ORDERED.size(); j++) {
                assertThat(Integer.signum(ORDERED.get(i).compareTo(ORDERED.get(j))))
                        .as(ORDERED.get(i) + " and " + ORDERED.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void orders_facts_whatever_order_they_came_in() {
        List<Fact> facts = new ArrayList<>();
        ORDERED.forEach(identity -> facts.add(new Fact(identity, 1, null, "0".repeat(64))));
        for (long seed = 0; seed < 20; seed++) {
            Collections.shuffle(facts, new Random(seed));

            assertThat(Facts.of(facts).all()).extracting(Fact::identity).containsExactlyElementsOf(ORDERED);
        }
    }
}
