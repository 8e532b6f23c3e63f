package dev.plumbline.decision.domain;

import static dev.plumbline.decision.domain.Samples.ONE_TO_FIVE;
import static dev.plumbline.decision.domain.Samples.rating;
import static dev.plumbline.decision.domain.Samples.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plumbline.decision.domain.Merged.Outcome;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {

    private static final String SMALL = "0".repeat(64);
    private static final String LARGE = "f".repeat(64);
    private static final FactIdentity.Section SECTION = new FactIdentity.Section("s");

    private static Fact fact(long revision, String digest, String earned) {
        return new Fact(SECTION, revision, result("s", earned, "10", "0"), digest);
    }

    private static Fact fact(FactContent content) {
        return new Fact(content.identity(), 1, content, SMALL);
    }

    @Test
    void takes_the_first_and_every_newer_revision_across_gaps() {
        Fact first = fact(3, SMALL, "1");
        Fact newer = fact(7, SMALL, "2");

        assertThat(Facts.NONE.with(first)).isEqualTo(new Merged(Facts.of(List.of(first)), new Outcome.Taken()));
        assertThat(Facts.of(List.of(first)).with(newer))
                .isEqualTo(new Merged(Facts.of(List.of(newer)), new Outcome.Taken()));
        assertThat(Facts.of(List.of(newer)).with(first))
                .isEqualTo(new Merged(Facts.of(List.of(newer)), new Outcome.Outdated()));
        assertThat(Facts.of(List.of(newer)).with(newer))
                .isEqualTo(new Merged(Facts.of(List.of(newer)), new Outcome.Duplicate()));
    }

    @Test
    void keeps_the_smaller_digest_of_two_contents_whichever_came_first() {
        Fact small = fact(3, SMALL, "1");
        Fact large = fact(3, LARGE, "2");
        Outcome conflict = new Outcome.Conflict(small, large);

        assertThat(Facts.of(List.of(small)).with(large)).isEqualTo(new Merged(Facts.of(List.of(small)), conflict));
        assertThat(Facts.of(List.of(large)).with(small)).isEqualTo(new Merged(Facts.of(List.of(small)), conflict));
        assertThat(Facts.of(List.of(large, small))).isEqualTo(Facts.of(List.of(small, large)));
        assertThat(Facts.of(List.of(large, small)).all()).containsExactly(small);
    }

    @Test
    void settles_a_tombstone_against_a_content_like_two_contents() {
        Fact tombstone = new Fact(SECTION, 3, null, LARGE);
        Fact content = fact(3, SMALL, "1");

        assertThat(Facts.of(List.of(tombstone)).with(content).facts().all()).containsExactly(content);
    }

    @Test
    void retracts_by_a_tombstone_with_a_higher_revision_only() {
        Fact content = fact(3, SMALL, "1");
        Fact tombstone = new Fact(SECTION, 4, null, SMALL);

        assertThat(tombstone.isTombstone()).isTrue();
        assertThat(content.isTombstone()).isFalse();
        assertThat(evidence(content, tombstone).sections()).isEmpty();
        assertThat(evidence(tombstone, content).sections()).isEmpty();
        assertThat(evidence(tombstone, fact(5, SMALL, "2")).sections()).hasSize(1);
        assertThat(Facts.of(List.of(tombstone)).all()).containsExactly(tombstone);
    }

    private static Evidence evidence(Fact... facts) {
        return Facts.of(List.of(facts)).evidence(ONE_TO_FIVE).evidence();
    }

    @Test
    void derives_every_kind_of_evidence() {
        Rating rating = rating("q", "ana", "4");
        Panel panel = new Panel("q", List.of("ana"));
        RedFlag flag = new RedFlag("f", FlagCategory.OTHER, FlagState.RAISED);
        Attestation attestation = new Attestation("g", "ana", true);
        ScreeningAnswer answer = new ScreeningAnswer("c", null);
        Waiver waiver = Samples.waiver("n");
        SectionResult section = result("s", "1", "2", "1");
        Lifecycle lifecycle = new Lifecycle(Lifecycle.Status.SUBMITTED, "job", 1, "x");

        Facts facts = Facts.of(Stream.of(
                        rating,
                        panel,
                        flag,
                        attestation,
                        new ScreeningAnswers(List.of(answer)),
                        waiver,
                        section,
                        lifecycle)
                .map(FactsTest::fact)
                .toList());

        assertThat(facts.evidence(ONE_TO_FIVE).evidence())
                .isEqualTo(Samples.evidence(rating, panel, flag, attestation, answer, waiver, section));
        assertThat(facts.lifecycle()).contains(lifecycle);
        assertThat(facts.find(new FactIdentity.Waiver("n")).map(Fact::content)).contains(waiver);
        assertThat(facts.find(new FactIdentity.Waiver("m"))).isEmpty();
        assertThat(facts).hasToString("8 facts");
    }

    @Test
    void reports_ratings_outside_the_scale_and_counts_them_as_absent() {
        DerivedEvidence derived = Facts.of(Stream.of(
                                rating("q", "zoe", "9"),
                                rating("q", "ben", "0.5"),
                                rating("q", "ana", "5"),
                                rating("p", "dan", "6"),
                                rating("p", "ana", "6"),
                                rating("p", "bob", "6"),
                                rating("q", "cy", null))
                        .map(FactsTest::fact)
                        .toList())
                .evidence(ONE_TO_FIVE);

        assertThat(derived.evidence()).isEqualTo(Samples.evidence(rating("q", "ana", "5"), rating("q", "cy", null)));
        assertThat(derived.outOfScale())
                .containsExactly(
                        new FactIdentity.Rating("p", "ana"),
                        new FactIdentity.Rating("p", "bob"),
                        new FactIdentity.Rating("p", "dan"),
                        new FactIdentity.Rating("q", "ben"),
                        new FactIdentity.Rating("q", "zoe"));
    }

    @Test
    void keeps_what_comes_before_the_submission_waiting() {
        Facts early = Facts.NONE.with(fact(1, SMALL, "1")).facts();

        assertThat(early.lifecycle()).isEmpty();
        assertThat(early.evidence(ONE_TO_FIVE).evidence().sections()).hasSize(1);
    }

    @Test
    void refuses_facts_that_are_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> fact(0, SMALL, "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> fact(1, "0".repeat(63), "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> fact(1, "0".repeat(65), "1"));
        for (String digit : List.of("F", "g", "/", ":", "`")) {
            assertThatIllegalArgumentException().isThrownBy(() -> fact(1, "0".repeat(63) + digit, "1"));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fact(SECTION, 1, result("other", "1", "1", "0"), SMALL));
        assertThat(fact(1, "09af".repeat(16), "1").revision()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "SUBMITTED,2,,2",
        "SUBMITTED,2,1,2",
        "SUBMITTED,2,2,2",
        "SUBMITTED,2,5,5",
        "WITHDRAWN,2,5,2",
        "WITHDRAWN,2,,2"
    })
    void decides_under_the_stamped_version_or_a_newer_one_for_all_open(
            Lifecycle.Status status, int stamped, Integer newest, int effective) {
        Lifecycle lifecycle = new Lifecycle(status, "job", stamped, "x");

        assertThat(lifecycle.effectiveRubricVersion(newest == null ? OptionalInt.empty() : OptionalInt.of(newest)))
                .isEqualTo(effective);
        assertThat(lifecycle.isWithdrawn()).isEqualTo(status == Lifecycle.Status.WITHDRAWN);
    }

    @Test
    void who_is_on_a_panel_and_has_not_answered_owes_a_rating() {
        Fact asked = fact(new Panel("q", List.of("ana", "ben", "mia", "zoe")));
        Fact askedToo = fact(new Panel("r", List.of("ana")));
        Fact notApplicable = fact(new Rating("q", "ben", null));
        Fact takenBack = new Fact(new FactIdentity.Rating("q", "zoe"), 1, null, SMALL);
        Fact notAsked = fact(rating("q", "eve", "4"));
        List<Fact> facts = List.of(asked, askedToo, notApplicable, takenBack, notAsked, fact(rating("q", "ana", "4")));

        assertThat(Facts.NONE.owing()).isEmpty();
        assertThat(Facts.of(facts).owing()).containsExactlyInAnyOrder("ana", "mia", "zoe");
        assertThat(Facts.of(facts).with(fact(rating("r", "ana", "1"))).facts().owing())
                .containsExactlyInAnyOrder("mia", "zoe");
        assertThat(Facts.of(facts)
                        .with(new Fact(asked.identity(), 2, null, SMALL))
                        .facts()
                        .owing())
                .containsExactly("ana");
    }

    @Test
    void is_the_same_facts_by_content_alone() {
        Facts one = Facts.of(List.of(fact(1, SMALL, "1")));

        assertThat(one).isEqualTo(Facts.NONE.with(fact(1, SMALL, "1")).facts());
        assertThat(one).hasSameHashCodeAs(Facts.NONE.with(fact(1, SMALL, "1")).facts());
        assertThat(one).isNotEqualTo(Facts.NONE).isNotEqualTo(new Object());
        assertThat(one.hashCode()).isNotEqualTo(Facts.NONE.hashCode());
    }
}
