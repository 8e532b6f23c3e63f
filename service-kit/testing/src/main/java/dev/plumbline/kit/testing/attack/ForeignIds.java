package dev.plumbline.kit.testing.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.kit.testing.AccessRow;
import dev.plumbline.kit.testing.AccessTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * Every operation by every role for what is its own, someone else's and nobody's, against the columns {@code foreign} and
 * {@code unknown} of the access table. Who has no right role learns from no answer whether there is something; what is
 * hidden from someone looks to them like what there is not; and a candidate's secret opens nothing but its session.
 */
public final class ForeignIds {
    private static final Set<Integer> SHUT = Set.of(401, 403);
    private static final int UNAUTHENTICATED = 401;
    private static final int NOT_FOUND = 404;
    private static final String NOBODYS_ID = "00000000-0000-7000-8000-000000000000";
    private static final String UUID_PATTERN = "[0-9a-f-]{36}";
    private static final String UUID_FROM_ZERO = "0[0-9a-f-]{35}";
    private static final String NUMBER_PATTERN = "[0-9]+";
    /** Of the form of a session's secret: 32 bytes in base64url. */
    private static final String LIKE_A_SECRET = "Q".repeat(43);

    private final ServedApi api = ServedApi.now();
    private final ApiDocument document = api.document();
    private final ApiClient client = new ApiClient();
    private final AnswerCheck check = api.check();
    private final Scenery scenery;

    private ForeignIds(Scenery scenery) {
        this.scenery = scenery;
    }

    /** One test for each line of the table. */
    public static Stream<DynamicTest> of(String service, Scenery scenery) {
        ForeignIds ids = new ForeignIds(scenery);
        return AccessTable.rows(service).stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.operation(),
                        () -> assertThat(ids.faults(row)).as(row.line()).isEmpty()));
    }

    private List<String> faults(AccessRow row) {
        List<String> faults = new ArrayList<>();
        ApiOperation operation = document.operation(row.operation());
        List<String> callers = new ArrayList<>(row.isPublic() ? List.of() : AccessRow.ROLES);
        if (row.isForSessions()) {
            callers.add(Scenery.SESSION);
        }
        List<String> allowed =
                callers.stream().filter(caller -> row.allows(caller)).toList();
        if (!allowed.isEmpty()) {
            // Refused calls change nothing: one place serves them all, and the first who is let in.
            Place refused = scenery.foreign(operation.name(), allowed.getFirst());
            callers.stream()
                    .filter(caller -> !allowed.contains(caller))
                    .forEach(stranger -> addFaultsOfStranger(faults, operation, refused, stranger));
            addFaultsOfSecret(faults, row, operation, refused);
            addFaultsOfSpelling(faults, operation, refused, allowed.getFirst());
            for (String caller : allowed) {
                boolean isFirst = caller.equals(allowed.getFirst());
                Place foreign = isFirst ? refused : scenery.foreign(operation.name(), caller);
                addFaultsOfCaller(faults, row, operation, foreign, caller);
            }
        }
        return faults;
    }

    /** Who may call it: on what is its own, on what is not, and on what there is not. */
    private void addFaultsOfCaller(
            List<String> faults, AccessRow row, ApiOperation operation, Place foreign, String caller) {
        @Nullable String expected = row.foreign().get(caller);
        Place reached = expected == null ? foreign : scenery.own(operation.name(), caller);
        List<ApiParameter> parameters = operation.in("path").toList();
        for (int i = 0; i < parameters.size(); i++) {
            String key = parameters.get(i).key(operation.path());
            ApiAnswer unknown = send(faults, operation, reached.with(key, unknown(reached.value(key))), caller);
            String wanted = row.unknown(i, caller);
            if (!unknown.outcome().equals(wanted)) {
                faults.add("%s, unknown %s: not %s but %s"
                        .formatted(caller, parameters.get(i).name(), wanted, unknown));
            }
            if (i == 0 && expected != null) {
                addFaultsOfForeign(faults, caller, expected, unknown, send(faults, operation, foreign, caller));
            }
        }
        ApiAnswer answer = send(faults, operation, reached, caller);
        if (!answer.isSuccess()) {
            faults.add(caller + (expected == null ? ", anyone's: " : ", its own: ") + answer);
        }
    }

    /** What is hidden by a 404 reads as what there is not, where that is a 404, too. */
    private static void addFaultsOfForeign(
            List<String> faults, String caller, String expected, ApiAnswer unknown, ApiAnswer foreign) {
        if (!foreign.outcome().equals(expected)) {
            faults.add(caller + ", someone else's: not " + expected + " but " + foreign);
        } else if (foreign.status() == unknown.status() && !withoutIds(foreign).equals(withoutIds(unknown))) {
            faults.add(caller + ", someone else's: does not read as what there is not: " + foreign);
        }
    }

    /** Who may not call it gets the same answer whatever there is. */
    private void addFaultsOfStranger(List<String> faults, ApiOperation operation, Place place, String role) {
        ApiAnswer there = send(faults, operation, place, role);
        if (!SHUT.contains(there.status())) {
            faults.add(role + " is let in: " + there);
        }
        operation.in("path").forEach(parameter -> {
            String key = parameter.key(operation.path());
            ApiAnswer notThere = send(faults, operation, place.with(key, unknown(place.value(key))), role);
            if (!notThere.readsAs(there)) {
                faults.add(role + " learns what there is: " + there + " but " + notThere);
            }
        });
    }

    /** A candidate's secret, sent where it does not belong. */
    private void addFaultsOfSecret(List<String> faults, AccessRow row, ApiOperation operation, Place place) {
        if (row.isForSessions()) {
            return;
        }
        String secret = place.secret() == null ? LIKE_A_SECRET : place.secret();
        ApiAnswer answer = send(faults, operation, right(operation, place, secret));
        if (answer.status() != UNAUTHENTICATED) {
            faults.add("a session's secret: " + answer);
        }
    }

    /** An id has one spelling: without its first zero it is none. */
    private void addFaultsOfSpelling(List<String> faults, ApiOperation operation, Place place, String caller) {
        operation.in("path").forEach(parameter -> {
            String key = parameter.key(operation.path());
            String id = place.value(key);
            if (id.matches(UUID_FROM_ZERO)) {
                ApiAnswer answer = send(faults, operation, place.with(key, id.substring(1)), caller);
                if (answer.status() != NOT_FOUND && answer.status() != UNAUTHENTICATED) {
                    faults.add("another spelling of " + parameter.name() + ": " + answer);
                }
            }
        });
    }

    private ApiAnswer send(List<String> faults, ApiOperation operation, Place place, String caller) {
        return send(faults, operation, right(operation, place, ApiClient.token(caller, place)));
    }

    private ApiAnswer send(List<String> faults, ApiOperation operation, ApiCall call) {
        ApiAnswer answer = client.send(operation, call);
        check.faults(operation, answer).forEach(fault -> faults.add(fault + ": " + answer));
        return answer;
    }

    private ApiCall right(ApiOperation operation, Place place, @Nullable String token) {
        return new FuzzedCalls(document, scenery, new Random(0)).valid(operation, place, token);
    }

    private static String unknown(String known) {
        if (known.matches(UUID_PATTERN)) {
            return NOBODYS_ID;
        }
        return known.matches(NUMBER_PATTERN) ? "999999" : "no-such-thing";
    }

    private static String withoutIds(ApiAnswer answer) {
        return answer.body().replaceAll(UUID_PATTERN, "ID");
    }
}
