package dev.plumbline.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.sql.SQLException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passes is waited for; what comes again with the same input must not block its partition. */
class FailuresTest {
    private static Throwable causedBy(Throwable wrapper, Throwable cause) {
        return wrapper.initCause(cause);
    }

    private static SQLException sql(@Nullable String state) {
        return new SQLException("said so", state);
    }

    @ParameterizedTest
    @CsvSource({
        "08006, true",
        "40P01, true",
        "53100, true",
        "57P01, true",
        "23505, false",
        "22001, false",
        "42P01, false",
        ", true"
    })
    void the_database_says_which_it_is(@Nullable String state, boolean passes) {
        Throwable commit = causedBy(
                new RollbackException("ARJUNA016053"), new PersistenceException("could not flush", sql(state)));
        assertThat(Failures.isOfInfrastructure(sql(state))).isEqualTo(passes);
        assertThat(Failures.isOfInfrastructure(new IllegalStateException(commit)))
                .isEqualTo(passes);
    }

    @Test
    void a_constraint_that_broke_beside_the_rollback_is_seen() {
        RollbackException rollback = new RollbackException("rolled back");
        rollback.addSuppressed(new PersistenceException(sql("23514")));
        assertThat(Failures.isOfInfrastructure(new IllegalStateException(rollback)))
                .isFalse();
    }

    @Test
    void without_a_word_of_the_database_the_kind_of_failure_tells() {
        assertThat(Failures.isOfInfrastructure(new IllegalStateException(new RollbackException("timed out"))))
                .isTrue();
        assertThat(Failures.isOfInfrastructure(new IllegalStateException(new IOException("broken pipe"))))
                .isTrue();
        assertThat(Failures.isOfInfrastructure(new TimeoutException("no broker")))
                .isTrue();
        assertThat(Failures.isOfInfrastructure(new IllegalStateException("a fault in the code")))
                .isFalse();
    }

    @Test
    void causes_in_a_circle_come_to_an_end() {
        IllegalStateException one = new IllegalStateException("one");
        IllegalStateException other = new IllegalStateException("other", one);
        one.initCause(other);
        assertThat(Failures.isOfInfrastructure(one)).isFalse();
        assertThat(Failures.rootOf(one)).contains("IllegalStateException");
    }
}
