package dev.plumbline.kit.inbox;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass (a broken connection, a deadlock, a full disk) from errors that come again with the same input. */
final class Failures {
    /**
     * Classes of SQLSTATE (PostgreSQL, appendix A) that say nothing of the input: connection, transaction rollback,
     * insufficient resources, operator intervention, system error, read-only transaction, lock not available.
     */
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57", "58");

    private Failures() {}

    /**
     * Whether it passes. What the database said of it comes first: a constraint that breaks at the flush of a commit
     * comes wrapped into a rollback, and would break again for ever.
     */
    static boolean isOfInfrastructure(Throwable failure) {
        Set<Throwable> causes = Collections.newSetFromMap(new IdentityHashMap<>());
        addCauses(failure, causes);
        List<String> states = causes.stream()
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(Objects::nonNull)
                .map(state -> state.substring(0, Math.min(2, state.length())))
                .toList();
        return states.isEmpty()
                ? causes.stream().anyMatch(Failures::isOfAPassingKind)
                : states.stream().allMatch(PASSING::contains);
    }

    private static void addCauses(@Nullable Throwable failure, Set<Throwable> causes) {
        if (failure != null && causes.add(failure)) {
            addCauses(failure.getCause(), causes);
            for (Throwable suppressed : failure.getSuppressed()) {
                addCauses(suppressed, causes);
            }
        }
    }

    private static boolean isOfAPassingKind(Throwable cause) {
        return cause instanceof SQLException
                || cause instanceof RetriableException
                || cause instanceof IOException
                || cause instanceof LockTimeoutException
                || cause instanceof PessimisticLockException
                || cause instanceof jakarta.transaction.SystemException
                || cause instanceof jakarta.transaction.RollbackException;
    }

    static String rootOf(Throwable failure) {
        Throwable root = failure;
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (root.getCause() != null && seen.add(root)) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
