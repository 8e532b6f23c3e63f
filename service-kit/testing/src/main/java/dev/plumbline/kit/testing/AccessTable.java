package dev.plumbline.kit.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The table of operation and role, {@code docs/access-table.csv}, against the running application. In a test class:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keeps_the_access_table() {
 *     return AccessTable.check("job-service");
 * }
 * }</pre>
 */
public final class AccessTable {
    private static final Path FILE = Path.of("docs", "access-table.csv");

    private AccessTable() {}

    /**
     * One test that the table has exactly the operations which the application's OpenAPI document names, and for each
     * operation one that calls it without a token, with an expired one, without a role, and with every role: 401, 403, or
     * neither of them as the table says, and never a 5xx.
     */
    public static Stream<DynamicTest> check(String service) {
        return check(service, ProjectFiles.read(FILE));
    }

    static Stream<DynamicTest> check(String service, String table) {
        List<AccessRow> rows = rows(service, table);
        Map<String, Operation> served = Operation.of(given().queryParam("format", "json")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .stream()
                .collect(Collectors.toMap(Operation::name, Function.identity(), (one, other) -> one, TreeMap::new));
        AccessProbe probe = new AccessProbe("http://localhost:" + RestAssured.port);
        DynamicTest complete = DynamicTest.dynamicTest(
                "the table has every operation, each once, sorted",
                () -> assertThat(tableFaults(service, rows, served))
                        .as("Faults of the lines of " + service + " in " + FILE)
                        .isEmpty());
        List<DynamicTest> tests = new ArrayList<>(List.of(complete));
        for (AccessRow row : rows) {
            Operation operation = served.get(row.operation());
            if (operation != null) {
                tests.add(DynamicTest.dynamicTest(
                        row.line(),
                        () -> assertThat(probe.faults(row, operation))
                                .as(row.line())
                                .isEmpty()));
            }
        }
        return tests.stream();
    }

    /** The lines of the table about a service. */
    public static List<AccessRow> rows(String service) {
        return rows(service, ProjectFiles.read(FILE));
    }

    /** Who may call each operation of a service: roles, or {@code session}; none where it takes no token. */
    public static Map<String, List<String>> callers(String service) {
        Map<String, List<String>> callers = new TreeMap<>();
        for (AccessRow row : rows(service)) {
            List<String> roles =
                    new ArrayList<>(AccessRow.ROLES.stream().filter(row::allows).toList());
            if (row.isForSessions()) {
                roles.add(AccessRow.SESSION);
            }
            callers.put(row.operation(), row.isPublic() ? List.of() : roles);
        }
        return callers;
    }

    private static List<AccessRow> rows(String service, String table) {
        List<String> lines = table.lines().filter(line -> !line.isBlank()).toList();
        assertThat(lines).as("Lines of " + FILE).first().isEqualTo(AccessRow.HEADER);
        return lines.stream()
                .skip(1)
                .map(AccessRow::parse)
                .filter(row -> row.service().equals(service))
                .toList();
    }

    private static List<String> tableFaults(String service, List<AccessRow> rows, Map<String, Operation> served) {
        List<String> faults = new ArrayList<>();
        List<String> named = rows.stream().map(AccessRow::operation).toList();
        for (Operation operation : served.values()) {
            if (!named.contains(operation.name())) {
                faults.add("is missing: "
                        + String.join(
                                ",",
                                service,
                                operation.method(),
                                operation.path(),
                                "<roles>",
                                "<foreign>",
                                "<unknown>"));
            }
        }
        for (String operation : named) {
            if (!served.containsKey(operation)) {
                faults.add("the application has no " + operation);
            }
        }
        if (named.stream().distinct().count() < named.size()) {
            faults.add("an operation has two lines");
        }
        List<AccessRow> sorted =
                rows.stream().sorted(Comparator.comparing(AccessRow::sortKey)).toList();
        if (!rows.equals(sorted)) {
            faults.add("the lines are not sorted by path, then method:\n"
                    + sorted.stream().map(AccessRow::line).collect(Collectors.joining("\n")));
        }
        return faults;
    }
}
