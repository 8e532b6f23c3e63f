package dev.plumbline.kit.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls an operation as everyone would, and compares the answers with the access table. */
final class AccessProbe {
    private static final Duration UNTIL_STREAMING = Duration.ofSeconds(3);
    private static final int OK = 200;
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private final String base;
    private final HttpClient client = HttpClient.newHttpClient();

    /** A probe of the application at this address. */
    AccessProbe(String base) {
        this.base = base;
    }

    /** Where the application's answers differ from a line of the table; empty where nowhere. */
    List<String> faults(AccessRow row, Operation operation) {
        List<String> faults = new ArrayList<>();
        if (row.isPublic()) {
            expectOpen(faults, "without a token", status(operation, null));
        } else {
            expect(faults, "without a token", status(operation, null), Set.of(UNAUTHENTICATED));
            expect(faults, "with an expired token", status(operation, expired(row)), Set.of(UNAUTHENTICATED));
        }
        for (String role : AccessRow.ROLES) {
            String who = "as " + role;
            int status = status(operation, Tokens.of(role));
            if (row.allows(role)) {
                expectOpen(faults, who, status);
            } else {
                expect(faults, who, status, refusals(row));
            }
        }
        if (row.needsARoleOfItsOwn()) {
            expect(faults, "without a role", status(operation, Tokens.withoutRoles("nobody")), refusals(row));
        }
        return faults;
    }

    private static String expired(AccessRow row) {
        return Tokens.expired("somebody", row.access().toArray(String[]::new));
    }

    /** Where a session's secret is asked for, a person's token is a wrong one, and whether the session exists is no one's. */
    private static Set<Integer> refusals(AccessRow row) {
        return row.isForSessions() ? Set.of(UNAUTHENTICATED, FORBIDDEN, NOT_FOUND) : Set.of(FORBIDDEN);
    }

    private static void expectOpen(List<String> faults, String who, int status) {
        if (status == UNAUTHENTICATED || status == FORBIDDEN || status >= SERVER_ERROR) {
            faults.add(who + ": answers " + status + ", but should be let in");
        }
    }

    private static void expect(List<String> faults, String who, int status, Set<Integer> expected) {
        if (!expected.contains(status)) {
            faults.add(who + ": answers " + status + " and not "
                    + expected.stream().sorted().toList());
        }
    }

    private int status(Operation operation, @Nullable String token) {
        HttpRequest request = operation.call(base, token);
        if (operation.streams()) {
            request = HttpRequest.newBuilder(request, (name, value) -> true)
                    .timeout(UNTIL_STREAMING)
                    .build();
        }
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            // Not read: it may have no end.
            response.body().close();
            return response.statusCode();
        } catch (HttpTimeoutException e) {
            if (operation.streams()) {
                // A refusal would have been there at once: it is waiting for the first event.
                return OK;
            }
            throw new AssertionError(operation.name() + " does not answer", e);
        } catch (IOException e) {
            throw new AssertionError(operation.name() + " breaks off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
