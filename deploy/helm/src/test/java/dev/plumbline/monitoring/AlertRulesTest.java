package dev.plumbline.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.monitoring.RuleTest.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The alerts fire when they should, after as long as they should, and say what to do then. */
class AlertRulesTest {
    private static final Path ROOT =
            Path.of(System.getProperty("plumbline.root")).toAbsolutePath().normalize();
    private static final Path TESTS = ROOT.resolve("deploy/helm/src/test/promtool/alerts.yaml");
    private static final Path RUNBOOKS = ROOT.resolve("docs/operations/runbooks.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");

    private static final List<AlertRule> RULES = new Monitoring(ROOT.resolve("deploy/helm/plumbline")).alerts();

    @TestFactory
    Stream<DynamicTest> series_lead_to_the_alerts_that_they_should() {
        return RuleTest.read(TESTS).stream()
                .map(test -> DynamicTest.dynamicTest(
                        test.name(), () -> assertThat(test.faults(RULES)).isEmpty()));
    }

    @Test
    void every_alert_is_seen_firing_and_before_that_pending() {
        Set<String> states = RuleTest.read(TESTS).stream()
                .flatMap(test -> test.questions().stream())
                .flatMap(question -> question.answer().keySet().stream())
                .map(alert -> alert.get("alertname") + " " + alert.get("alertstate"))
                .collect(Collectors.toSet());
        for (AlertRule rule : RULES) {
            assertThat(states).contains(rule.alert() + " firing");
            boolean waitsLong = rule.lasting().compareTo(Duration.ofMinutes(1)) > 0;
            if (waitsLong) {
                assertThat(RuleTest.read(TESTS)).as(rule.alert()).anyMatch(test -> pauses(test, rule));
            }
        }
    }

    /** Whether a test sees it wait, or wait in vain: at a time when it would fire if it did not have to last. */
    private static boolean pauses(RuleTest test, AlertRule rule) {
        AlertRule hasty = new AlertRule(rule.alert(), rule.query(), Duration.ZERO, rule.labels(), rule.annotations());
        List<AlertRule> others = new ArrayList<>(RULES);
        others.replaceAll(one -> one.alert().equals(rule.alert()) ? hasty : one);
        return !test.faults(others).isEmpty();
    }

    @Test
    void what_people_are_told_names_only_labels_that_there_are() {
        for (RuleTest test : RuleTest.read(TESTS)) {
            for (Question question : test.questions()) {
                question.answer().keySet().stream()
                        .filter(labels -> labels.get("alertstate").equals("firing"))
                        .forEach(AlertRulesTest::checkTexts);
            }
        }
    }

    private static void checkTexts(Labels alert) {
        AlertRule rule = RULES.stream()
                .filter(one -> one.alert().equals(alert.get("alertname")))
                .findFirst()
                .orElseThrow();
        rule.annotations()
                .forEach((name, text) -> assertThat(alert.map().keySet())
                        .as(rule.alert() + ", " + name)
                        .containsAll(Template.labels(text)));
    }

    /** Other applications beside ours have the metrics that Micrometer and Quarkus bring. */
    @Test
    void alerts_on_what_others_serve_too_are_about_our_services() {
        Labels somebodyElse = Labels.of(Map.of("job", "somebody-else"));
        List<String> faults = new ArrayList<>();
        for (AlertRule rule : RULES) {
            rule.query()
                    .selectors()
                    .filter(selector -> !selector.metric().startsWith("plumbline_"))
                    .filter(selector -> selector.matchers().stream()
                            .filter(matcher -> matcher.label().equals("job"))
                            .allMatch(matcher -> matcher.matches(somebodyElse)))
                    .forEach(selector -> faults.add(rule.alert() + " asks anybody for " + selector.metric()));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void every_alert_says_how_bad_it_is_what_it_is_and_where_to_read_on() {
        assertThat(RULES).extracting(AlertRule::alert).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        assertThat(RULES).allSatisfy(rule -> {
            assertThat(rule.alert()).startsWith("Plumbline");
            assertThat(rule.labels()).containsOnlyKeys("severity");
            assertThat(rule.labels().get("severity")).isIn("critical", "warning");
            assertThat(rule.annotations()).containsOnlyKeys("summary", "description", "runbook_url");
            assertThat(rule.annotations().get("runbook_url"))
                    .isEqualTo(ROOT.relativize(RUNBOOKS) + "#" + anchor(rule.alert()));
        });
    }

    @Test
    void every_alert_has_a_runbook_and_every_runbook_an_alert() throws IOException {
        Map<String, List<String>> runbooks = runbooks();
        assertThat(runbooks.keySet())
                .containsExactlyElementsOf(RULES.stream().map(AlertRule::alert).toList());
        assertThat(runbooks)
                .allSatisfy((alert, lines) -> assertThat(lines)
                        .as(alert)
                        .anyMatch(line -> line.startsWith("**Means.**"))
                        .anyMatch(line -> line.startsWith("**Look.**"))
                        .anyMatch(line -> line.startsWith("**Do.**")));
    }

    /** The sections that are named like alerts, with their lines. */
    private static Map<String, List<String>> runbooks() throws IOException {
        String text = Files.readString(RUNBOOKS);
        Map<String, List<String>> runbooks = new LinkedHashMap<>();
        for (String section : text.split("(?m)^(?=## )")) {
            HEADING.matcher(section)
                    .results()
                    .map(heading -> heading.group(1))
                    .filter(heading -> heading.startsWith("Plumbline"))
                    .forEach(heading -> runbooks.put(heading, section.lines().toList()));
        }
        return runbooks;
    }

    /** As GitHub and others make it from a heading of one word. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT);
    }

    @Test
    void the_tests_can_fail() {
        AlertRule never =
                new AlertRule("PlumblineServiceDown", Expression.parse("up > 2"), Duration.ZERO, Map.of(), Map.of());
        Set<String> failing = new TreeSet<>();
        for (RuleTest test : RuleTest.read(TESTS)) {
            if (!test.faults(List.of(never)).isEmpty()) {
                failing.add(test.name());
            }
        }
        assertThat(failing).contains("one of two instances is down, and comes back");
    }
}
