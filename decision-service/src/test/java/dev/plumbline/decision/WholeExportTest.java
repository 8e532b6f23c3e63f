package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.app.ranking.ExportRanking;
import dev.plumbline.decision.app.ranking.RankingFilter;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exports against the database. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class WholeExportTest {
    private static final int MANY = 10_000;

    private final UUID job = Ids.next();
    private final AgroalDataSource dataSource;
    private final ExportRanking exportRanking;

    WholeExportTest(AgroalDataSource dataSource, ExportRanking exportRanking) {
        this.dataSource = dataSource;
        this.exportRanking = exportRanking;
    }

    @BeforeEach
    void publish_the_job() {
        Published.publishJob(job, Rubrics.CLINIC);
    }

    @AfterEach
    void take_away_the_copies() {
        ManyApplications.deleteCopies(dataSource, job);
    }

    @Test
    void every_column_of_everything_is_as_it_is_stored_once_and_in_its_order_however_much_it_is() {
        List<UUID> applications = ofEveryKind();
        applications.forEach(application -> ManyApplications.copy(dataSource, application, MANY / applications.size()));
        List<Map<String, String>> stored = StoredRanking.of(dataSource, job);

        assertThat(stored).hasSize(MANY + applications.size());
        // What there is to confuse.
        assertThat(values(stored, "recommendation")).contains("ADVANCE", "PENDING", "REJECT");
        assertThat(values(stored, "band")).contains("", "STRONG");
        assertThat(values(stored, "complete")).containsExactly("false", "true");
        assertThat(values(stored, "rubricVersion")).containsExactly("1", "2");
        assertThat(values(stored, "low")).contains("").hasSizeGreaterThan(3);
        assertThat(values(stored, "gate:hard-skills")).contains("PASSED", "FAILED");
        assertThat(values(stored, "gate:talk")).contains("PASSED", "PENDING", "none");
        List<Map<String, String>> jsonLines = lines("application/x-ndjson")
                .map(line -> columns(Api.parse(line)))
                .toList();
        assertThat(differences(jsonLines, stored)).isEmpty();
        assertThat(differences(csv(), stored)).isEmpty();
    }

    @Test
    void of_all_that_is_exported_no_more_is_kept_than_is_being_handed_over() throws IOException {
        ManyApplications.copy(dataSource, strong(), MANY);
        KeptDecisions kept = new KeptDecisions(MANY / 2);

        exportRanking.export(job, RankingFilter.ALL, "integration", kept);

        assertThat(kept.taken()).isEqualTo(MANY + 1);
        assertThat(kept.looks()).isEqualTo(2);
        // These and, for a moment, those before them.
        assertThat(kept.mostKept()).isLessThanOrEqualTo(2L * kept.largestPortion());
        assertThat(kept.largestPortion()).isLessThan(MANY / 10);
    }

    /** Decisions that differ in every column. */
    private List<UUID> ofEveryKind() {
        Published.send(
                Published.job(job, 2, "NEW_APPLICATIONS", Rubrics.clinic(75).replace("\"talk\"", "\"talk-again\"")));
        UUID flagged = strong();
        Published.send(Published.flag(flagged, "rf", 1, "CONFIRMED"));
        Api.awaitRecommendation(flagged, "REJECT");
        UUID begun = submitted(1);
        Published.send(Published.section(begun, "hard", 1, "77.77"));
        awaitLow(begun, "hard", "77.77");
        UUID newer = submitted(2);
        Published.send(Published.section(newer, "hard", 1, 72), Published.section(newer, "soft", 1, "33.3"));
        awaitLow(newer, "soft", "33.30");
        UUID waived = submitted(1);
        Api.as("hiring-manager")
                .body("{\"node\": \"overall\", \"reason\": \"ACCOMMODATION\"}")
                .post("/v1/applications/{id}/waivers", waived)
                .then()
                .statusCode(201);
        return List.of(strong(), flagged, begun, newer, waived);
    }

    private UUID strong() {
        UUID application = submitted(1);
        Published.send(Published.strong(application));
        Api.awaitDecision(
                application,
                decision -> decision.path("complete").asBoolean()
                        && decision.path("recommendation").asText().equals("ADVANCE"));
        return application;
    }

    private UUID submitted(int rubricVersion) {
        UUID application = Ids.next();
        Published.send(Published.submitted(application, job, rubricVersion));
        Api.awaitNumber(application, 1);
        return application;
    }

    private static void awaitLow(UUID application, String node, String low) {
        Api.awaitDecision(
                application,
                decision ->
                        decision.path("nodes").path(node).path("low").asText().equals(low));
    }

    /** The first few: nobody reads thousands. */
    private static List<String> differences(List<Map<String, String>> exported, List<Map<String, String>> stored) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(exported.size(), stored.size()) && differences.size() < 3; i++) {
            Map<String, String> line = i < exported.size() ? exported.get(i) : Map.of();
            Map<String, String> row = i < stored.size() ? stored.get(i) : Map.of();
            if (!line.equals(row)) {
                differences.add("%d: exported %s, stored %s".formatted(i, line, row));
            }
        }
        return differences;
    }

    private static Set<String> values(List<Map<String, String>> decisions, String column) {
        return decisions.stream()
                .map(decision -> decision.getOrDefault(column, "none"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> lines(String type) {
        return Api.as("integration")
                .accept(type)
                .get("/v1/jobs/{id}/decisions", job)
                .asString()
                .lines();
    }

    private static Map<String, String> columns(JsonNode line) {
        Map<String, String> columns = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : line.properties()) {
            switch (member.getKey()) {
                case "total" -> {
                    columns.put("low", member.getValue().path("low").asText());
                    columns.put("high", member.getValue().path("high").asText());
                }
                case "gates" ->
                    member.getValue()
                            .forEach(gate -> columns.put(
                                    "gate:" + gate.path("gate").asText(),
                                    gate.path("state").asText()));
                default -> columns.put(member.getKey(), textOf(member.getValue()));
            }
        }
        return columns;
    }

    /** As a cell has it: nothing where there is none. */
    private static String textOf(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }

    /** The lines below the head; no cell here needs quotes. */
    private List<Map<String, String>> csv() {
        List<String[]> lines =
                lines("text/csv").map(line -> line.split(",", -1)).toList();
        String[] names = lines.getFirst();
        List<Map<String, String>> decisions = new ArrayList<>();
        for (String[] cells : lines.subList(1, lines.size())) {
            assertThat(cells).hasSameSizeAs(names);
            Map<String, String> columns = new TreeMap<>();
            for (int i = 0; i < names.length; i++) {
                // A gate that the decision's rubric does not have.
                if (!names[i].startsWith("gate:") || !cells[i].isEmpty()) {
                    columns.put(names[i], cells[i]);
                }
            }
            decisions.add(columns);
        }
        return decisions;
    }
}
