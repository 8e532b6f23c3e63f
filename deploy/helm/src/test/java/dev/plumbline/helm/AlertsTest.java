package dev.plumbline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Alerts name metrics of {@code docs/operations/metrics.md}, which a test of the whole platform compares with what is
 * served.
 */
class AlertsTest {
    private static final Pattern METRIC = Pattern.compile("[a-z]+(?:_[a-z]+)+(?=[{\\[)])");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");

    @Test
    void every_metric_of_an_alert_is_documented() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (String expression : expressions()) {
            METRIC.matcher(expression).results().map(MatchResult::group).forEach(asked::add);
        }
        Set<String> documented = new TreeSet<>();
        DOCUMENTED
                .matcher(Files.readString(Project.root().resolve("docs/operations/metrics.md")))
                .results()
                .forEach(row -> documented.add(row.group(1)));

        assertThat(asked)
                .contains("plumbline_consumer_lag_records", "plumbline_outbox_age_seconds")
                .isSubsetOf(documented);
    }

    private static List<String> expressions() throws IOException {
        List<String> expressions = new ArrayList<>();
        for (JsonNode group :
                Chart.yaml(Project.chart().resolve("files/alerts.yaml")).required("groups")) {
            for (JsonNode rule : group.required("rules")) {
                expressions.add(rule.required("expr").asText());
            }
        }
        return expressions;
    }
}
