package dev.plumbline.kit.inbox;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;

/** Tells failures that pass (a broken connection, a deadlock, a full disk) from errors that come again with the same input. */
final class Failures {
    /**
     * Classes of SQLSTATE (PostgreSQL, appendix A) that say nothing of the input: connection, transaction rollback,
     * insufficient resources, operator intervention, system error, read-only transaction, lock not available.
     */
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57", "58");

    private Failures() {}

    static boolean isOfInfrastructure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getSQLState() == null
                        || PASSING.contains(sql.getSQLState().substring(0, 2));
            }
            if (cause instanceof RetriableException
                    || cause instanceof IOException
                    || cause instanceof LockTimeoutException
                    || cause instanceof PessimisticLockException
                    || cause instanceof jakarta.transaction.SystemException
                    || cause instanceof jakarta.transaction.RollbackException) {
                return true;
            }
        }
        return false;
    }

    static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
