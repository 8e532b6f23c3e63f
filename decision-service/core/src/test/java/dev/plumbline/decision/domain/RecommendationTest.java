package dev.plumbline.decision.domain;

import static dev.plumbline.decision.domain.Samples.attestation;
import static dev.plumbline.decision.domain.Samples.evidence;
import static dev.plumbline.decision.domain.Samples.noRedFlags;
import static dev.plumbline.decision.domain.Samples.oneSection;
import static dev.plumbline.decision.domain.Samples.result;
import static dev.plumbline.decision.domain.Samples.screening;
import static dev.plumbline.decision.domain.Samples.waiver;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.decision.domain.Gate.OnFail;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecommendationTest {

    private static final SectionResult STRONG = result("s", "90", "100", "0");
    private static final SectionResult MIDDLING = result("s", "70", "100", "0");
    private static final SectionResult WEAK = result("s", "10", "100", "0");
    private static final ScreeningAnswer NOT_MET = new ScreeningAnswer("permit", false);
    private static final ScreeningAnswer MET = new ScreeningAnswer("permit", true);
    private static final RedFlag RAISED = new RedFlag("f", FlagCategory.OTHER, FlagState.RAISED);

    private static Recommendation recommend(Rubric rubric, Object... rows) {
        return Decide.decide(rubric, evidence(rows)).recommendation();
    }

    @ParameterizedTest
    @CsvSource({
        "80,0,STRONG",
        "79.9999,0,DISCUSS",
        "60,0,DISCUSS",
        "59.9999,0,FAIL",
        "60,20,",
        "59.9999,0.0001,",
        "80,20,STRONG",
        "0,59.9999,FAIL",
        "0,60,",
        "60,19.9999,DISCUSS",
        "59.9999,20,"
    })
    void bands_by_the_whole_interval(String earned, String pending, Band band) {
        assertThat(Decide.decide(oneSection(), evidence(result("s", earned, "100", pending)))
                        .band())
                .isEqualTo(band);
    }

    @Test
    void rejects_when_a_gate_fails_whatever_the_total() {
        Rubric rubric = oneSection(screening(OnFail.REJECT, "permit"));

        assertThat(recommend(rubric, STRONG, NOT_MET)).isEqualTo(Recommendation.REJECT);
        assertThat(recommend(rubric, NOT_MET)).isEqualTo(Recommendation.REJECT);
        assertThat(recommend(rubric, NOT_MET, waiver("root"))).isEqualTo(Recommendation.REJECT);
    }

    @Test
    void rejects_what_can_no_longer_reach_the_lowest_band_though_gates_are_open() {
        assertThat(recommend(oneSection(screening(OnFail.REJECT, "permit")), WEAK))
                .isEqualTo(Recommendation.REJECT);
        assertThat(recommend(oneSection(screening(OnFail.DISCUSS, "permit")), WEAK, NOT_MET))
                .isEqualTo(Recommendation.REJECT);
    }

    @Test
    void advances_the_strong_when_every_gate_passed() {
        assertThat(recommend(oneSection(), STRONG)).isEqualTo(Recommendation.ADVANCE);
        assertThat(recommend(oneSection(screening(OnFail.REJECT, "permit")), STRONG, MET))
                .isEqualTo(Recommendation.ADVANCE);
        assertThat(recommend(oneSection(screening(OnFail.REJECT, "permit")), STRONG))
                .isEqualTo(Recommendation.PENDING);
    }

    @Test
    void discusses_the_middling_and_what_a_waived_or_softly_failed_gate_caps() {
        assertThat(recommend(oneSection(), MIDDLING)).isEqualTo(Recommendation.DISCUSS);
        assertThat(recommend(oneSection(screening(OnFail.DISCUSS, "permit")), STRONG, NOT_MET))
                .isEqualTo(Recommendation.DISCUSS);
        Rubric capped = Samples.rubric(
                Samples.inner("root", List.of("50", "50"), Samples.section("s"), Samples.section("t")),
                Samples.atLeast("50", "t"));
        assertThat(recommend(capped, STRONG, waiver("t"))).isEqualTo(Recommendation.DISCUSS);
    }

    @Test
    void leaves_to_the_panel_what_only_the_panel_can_settle() {
        Rubric rubric = oneSection(noRedFlags(), attestation(OnFail.REJECT, 2));
        Attestation yes = new Attestation("baseline", "ana", true);
        Attestation no = new Attestation("baseline", "ben", false);

        assertThat(recommend(rubric, STRONG, RAISED, yes, no)).isEqualTo(Recommendation.DISCUSS);
        assertThat(recommend(rubric, MIDDLING, yes, no)).isEqualTo(Recommendation.DISCUSS);
        assertThat(recommend(rubric, STRONG, RAISED, yes)).isEqualTo(Recommendation.PENDING);
        assertThat(recommend(rubric, STRONG, RAISED)).isEqualTo(Recommendation.PENDING);
        assertThat(recommend(rubric, result("s", "90", "100", "1"), RAISED, yes, no))
                .isEqualTo(Recommendation.PENDING);
        assertThat(recommend(rubric, RAISED, yes, no, waiver("root"))).isEqualTo(Recommendation.PENDING);
    }

    @Test
    void waits_for_a_tie_below_the_minimum_like_for_any_other_gate() {
        Rubric rubric = oneSection(attestation(OnFail.DISCUSS, 3));

        assertThat(recommend(
                        rubric,
                        STRONG,
                        new Attestation("baseline", "ana", true),
                        new Attestation("baseline", "ben", false)))
                .isEqualTo(Recommendation.PENDING);
    }

    @Test
    void says_nothing_of_a_waived_root() {
        Decision decision = Decide.decide(oneSection(), evidence(STRONG, waiver("s")));

        assertThat(decision.recommendation()).isEqualTo(Recommendation.PENDING);
        assertThat(decision.total()).isNull();
        assertThat(decision.band()).isNull();
        assertThat(decision.complete()).isFalse();
    }

    @Test
    void is_certain_before_the_last_score_is_in() {
        assertThat(recommend(oneSection(), result("s", "80", "100", "20"))).isEqualTo(Recommendation.ADVANCE);
        assertThat(recommend(oneSection(), result("s", "0", "100", "50"))).isEqualTo(Recommendation.REJECT);
        assertThat(recommend(oneSection(), result("s", "60", "100", "19"))).isEqualTo(Recommendation.DISCUSS);
        assertThat(recommend(oneSection())).isEqualTo(Recommendation.PENDING);
    }
}
