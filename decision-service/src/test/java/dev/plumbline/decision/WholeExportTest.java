package dev.plumbline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.testing.PlatformResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Exports against the database. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class WholeExportTest {
    private static final int MANY = 20_000;

    private final UUID job = Ids.next();
    private final AgroalDataSource dataSource;

    WholeExportTest(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @AfterEach
    void take_away_the_copies() {
        ManyApplications.deleteCopies(dataSource, job);
    }

    @Test
    void everything_comes_once_and_in_its_order_however_much_it_is() {
        Published.publishJob(job, Rubrics.CLINIC);
        UUID application = Ids.next();
        Published.send(Published.submitted(application, job, 1), Published.section(application, "hard", 1, 90));
        Api.awaitDecision(
                application, decision -> decision.at("/nodes/hard/low").asText().equals("90.00"));
        ManyApplications.copy(dataSource, application, MANY);
        List<String> stored = ManyApplications.ranked(dataSource, job);

        assertThat(stored).hasSize(MANY + 1);
        assertThat(lines("application/x-ndjson").map(line -> place(Api.parse(line))))
                .containsExactlyElementsOf(stored);
        assertThat(lines("text/csv").skip(1).map(WholeExportTest::place)).containsExactlyElementsOf(stored);
    }

    private Stream<String> lines(String type) {
        return Api.as("integration")
                .accept(type)
                .get("/v1/jobs/{id}/decisions", job)
                .asString()
                .lines();
    }

    private static String place(JsonNode line) {
        return String.join(
                " ",
                line.path("rank").asText(),
                line.path("applicationId").asText(),
                line.path("externalId").asText(),
                line.path("number").asText());
    }

    private static String place(String line) {
        String[] cells = line.split(",", -1);
        return String.join(" ", cells[0], cells[1], cells[2], cells[9]);
    }
}
