package dev.plumbline.decision.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.decision.domain.Decide;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.DerivedEvidence;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.FactContent;
import dev.plumbline.decision.domain.FactIdentity;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.RandomCase;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.domain.ScreeningAnswers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 8: the same facts give the same bytes, in any order and with any repetition. */
class AnyOrderTest {

    private static final int CASES = 120;
    private static final int ORDERS = 6;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {17, 170_003})
    void gives_the_same_bytes_in_any_order(long seed) {
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(seed + i);
            RandomCase drawn = new RandomCase(seed + i, 6);
            List<Fact> facts = history(drawn.evidence(), random);
            Set<String> outcomes = new HashSet<>();
            for (int order = 0; order < ORDERS; order++) {
                List<Fact> arrivals = new ArrayList<>(facts);
                for (int repeated = random.nextInt(5); repeated > 0; repeated--) {
                    arrivals.add(facts.get(random.nextInt(facts.size())));
                }
                Collections.shuffle(arrivals, random);
                outcomes.add(outcome(drawn.rubric(), merged(arrivals)));
            }
            assertThat(outcomes).as("seed " + (seed + i)).hasSize(1);
            assertThat(Facts.of(facts)).isEqualTo(merged(facts));
        }
    }

    private static Facts merged(List<Fact> arrivals) {
        Facts facts = Facts.NONE;
        for (Fact fact : arrivals) {
            facts = facts.with(fact).facts();
        }
        return facts;
    }

    /** Everything that is stored or published of a decision. */
    private static String outcome(Rubric rubric, Facts facts) {
        DerivedEvidence derived = facts.evidence(rubric.ratingScale());
        Lifecycle lifecycle = facts.lifecycle().orElseThrow();
        int version = lifecycle.effectiveRubricVersion(OptionalInt.of(2));
        Decision decision = Decide.decide(rubric, derived.evidence());
        String input = Digests.input(derived.evidence(), version, lifecycle.isWithdrawn());
        String content = Digests.content(decision, version, lifecycle.isWithdrawn(), input);
        return String.join(
                " ",
                DecisionJson.toJson(decision).toString(),
                EvidenceJson.toJson(derived.evidence()).toString(),
                derived.outOfScale().toString(),
                input,
                content,
                Digests.publication(decision, version, lifecycle.isWithdrawn()),
                facts.all().toString());
    }

    /** Facts that say the evidence, with older revisions, tombstones, conflicts, and a life of the application. */
    private static List<Fact> history(Evidence evidence, Random random) {
        List<Fact> facts = new ArrayList<>();
        List<FactContent> contents = new ArrayList<>();
        contents.addAll(evidence.sections());
        contents.addAll(evidence.panel());
        contents.addAll(evidence.ratings());
        contents.addAll(evidence.redFlags());
        contents.addAll(evidence.attestations());
        contents.add(new ScreeningAnswers(evidence.screening()));
        contents.addAll(evidence.waivers());
        for (FactContent content : contents) {
            FactIdentity identity = content.identity();
            facts.add(FactJson.fact(1 + random.nextInt(3), content));
            if (random.nextInt(3) == 0) {
                facts.add(FactJson.tombstone(1 + random.nextInt(4), identity));
            }
        }
        facts.add(FactJson.fact(1, new Lifecycle(Lifecycle.Status.SUBMITTED, "job", 1, "x")));
        facts.add(FactJson.fact(3, new Lifecycle(Lifecycle.Status.WITHDRAWN, "job", 1, "x")));
        if (random.nextBoolean()) {
            facts.add(FactJson.fact(4, new Lifecycle(Lifecycle.Status.SUBMITTED, "job", 1, "x")));
        }
        return facts;
    }
}
