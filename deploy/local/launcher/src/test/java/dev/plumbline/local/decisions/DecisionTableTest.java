package dev.plumbline.local.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionTableTest {
    private final DecisionTable table = new DecisionTable(Map.of("sample-01", "Amara Okafor"));

    @Test
    void lines_are_aligned_below_their_heads() throws Exception {
        assertThat(DecisionTable.header())
                .isEqualTo("  candidate       no.  recommendation       band     total          because of");
        assertThat(table.decision(change(1, "PENDING", null, null, "0.00", "100.00")))
                .hasValue("  Amara Okafor      1  PENDING              -        0.00..100.00   application.submitted");
        assertThat(table.decision(change(31, "ADVANCE", "PENDING", "STRONG", "88.20", "88.20")))
                .hasValue("  Amara Okafor     31  PENDING -> ADVANCE   STRONG   88.20          application.submitted");
    }

    @Test
    void a_decision_that_only_narrows_the_total_gets_no_line() throws Exception {
        table.decision(change(1, "PENDING", null, null, "0.00", "100.00"));

        assertThat(table.decision(change(2, "PENDING", "PENDING", null, "10.00", "90.00")))
                .isEmpty();
        assertThat(table.decision(change(3, "PENDING", "PENDING", "DISCUSS", "61.00", "79.00")))
                .isPresent();
    }

    @Test
    void a_withdrawal_gets_a_line() throws Exception {
        table.decision(change(1, "PENDING", null, null, "0.00", "100.00"));
        Change withdrawn = Change.decision(new ObjectMapper()
                .readTree("{\"applicationId\":\"a\",\"externalId\":\"sample-01\",\"number\":2,"
                        + "\"recommendation\":\"PENDING\",\"previousRecommendation\":\"PENDING\",\"withdrawn\":true}"));

        assertThat(table.decision(withdrawn)).hasValue("  Amara Okafor      2  PENDING, withdrawn   -        -");
    }

    @Test
    void a_candidate_of_no_story_is_shown_by_external_id() throws Exception {
        DecisionTable nameless = new DecisionTable(Map.of());

        assertThat(nameless.decision(change(1, "PENDING", null, null, "0.00", "100.00"))
                        .orElseThrow())
                .startsWith("  sample-01 ");
    }

    @Test
    void a_verdict_stands_beside_the_decision_it_is_on() throws Exception {
        table.decision(change(31, "REJECT", "PENDING", "STRONG", "88.20", "88.20"));
        JsonNode verdict = new ObjectMapper()
                .readTree("{\"applicationId\":\"a\",\"verdict\":\"HIRE\",\"decisionNumber\":31,\"override\":true,"
                        + "\"by\":\"hiring-manager\"}");

        assertThat(table.verdict(Change.verdict(verdict)))
                .isEqualTo("  Amara Okafor     31  HIRE (override)      -        -              hiring-manager");
    }

    private static Change change(
            int number, String now, @Nullable String before, @Nullable String band, String low, String high)
            throws Exception {
        ObjectMapper json = new ObjectMapper();
        return Change.decision(json.readTree("{\"applicationId\":\"a\",\"externalId\":\"sample-01\",\"number\":"
                + number
                + ",\"recommendation\":\"" + now + "\",\"previousRecommendation\":" + quoted(before) + ",\"band\":"
                + quoted(band) + ",\"total\":{\"low\":\"" + low + "\",\"high\":\"" + high + "\"},\"withdrawn\":false,"
                + "\"trigger\":{\"eventId\":\"e\",\"eventType\":\"dev.plumbline.application.submitted.v1\"}}"));
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
