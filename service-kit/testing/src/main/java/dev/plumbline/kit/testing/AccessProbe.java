package dev.plumbline.kit.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls an operation as everyone would, and compares the answers with the access table. */
final class AccessProbe {
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private final String base;
    /** Not HTTP/2, where a stream that the application cuts off takes the connection of all other calls along. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A probe of the application at this address. */
    AccessProbe(String base) {
        this.base = base;
    }

    /** Where the application's answers differ from a line of the table; empty where nowhere. */
    List<String> faults(AccessRow row, Operation operation) {
        List<Expectation> expectations = expectations(row);
        List<String> faults = new ArrayList<>();
        statuses(operation, expectations).forEach((expectation, status) -> expectation.check(faults, status));
        return faults;
    }

    private static List<Expectation> expectations(AccessRow row) {
        List<Expectation> expectations = new ArrayList<>();
        if (row.isPublic()) {
            expectations.add(Expectation.open("without a token", null));
        } else {
            expectations.add(new Expectation("without a token", null, Set.of(UNAUTHENTICATED)));
            expectations.add(new Expectation("with an expired token", expired(row), Set.of(UNAUTHENTICATED)));
        }
        for (String role : AccessRow.ROLES) {
            String who = "as " + role;
            expectations.add(
                    row.allows(role)
                            ? Expectation.open(who, Tokens.of(role))
                            : new Expectation(who, Tokens.of(role), refusals(row)));
        }
        if (row.needsARoleOfItsOwn()) {
            expectations.add(new Expectation("without a role", Tokens.withoutRoles("nobody"), refusals(row)));
        }
        return expectations;
    }

    /**
     * What is expected of one call.
     *
     * @param statuses empty where the caller is to be let in
     */
    private record Expectation(String who, @Nullable String token, Set<Integer> statuses) {
        static Expectation open(String who, @Nullable String token) {
            return new Expectation(who, token, Set.of());
        }

        void check(List<String> faults, int status) {
            boolean refused = status == UNAUTHENTICATED || status == FORBIDDEN || status >= SERVER_ERROR;
            if (statuses.isEmpty() && refused) {
                faults.add(who + ": answers " + status + ", but should be let in");
            }
            if (!statuses.isEmpty() && !statuses.contains(status)) {
                faults.add(who + ": answers " + status + " and not "
                        + statuses.stream().sorted().toList());
            }
        }
    }

    private static String expired(AccessRow row) {
        return Tokens.expired("somebody", row.access().toArray(String[]::new));
    }

    /** Where a session's secret is asked for, a person's token is a wrong one, and whether the session exists is no one's. */
    private static Set<Integer> refusals(AccessRow row) {
        return row.isForSessions() ? Set.of(UNAUTHENTICATED, FORBIDDEN, NOT_FOUND) : Set.of(FORBIDDEN);
    }

    private Map<Expectation, Integer> statuses(Operation operation, List<Expectation> expectations) {
        Map<Expectation, Integer> statuses = new LinkedHashMap<>();
        expectations.forEach(it -> statuses.put(it, status(operation, it.token())));
        return statuses;
    }

    private int status(Operation operation, @Nullable String token) {
        try {
            HttpResponse<InputStream> response = client.send(operation.call(base, token), BodyHandlers.ofInputStream());
            // Not read: it may have no end. Its head comes at once also then.
            response.body().close();
            return response.statusCode();
        } catch (HttpTimeoutException e) {
            throw new AssertionError(operation.name() + " does not answer", e);
        } catch (IOException e) {
            throw new AssertionError(operation.name() + " breaks off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
