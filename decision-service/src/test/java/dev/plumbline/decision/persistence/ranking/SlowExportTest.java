package dev.plumbline.decision.persistence.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.decision.app.ReadingError;
import dev.plumbline.decision.app.ranking.RankingFilter;
import dev.plumbline.kit.ids.Ids;
import dev.plumbline.kit.problem.Problem;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.testing.PlatformResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A database that needs longer for a ranking than anybody waits. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class SlowExportTest {
    @Inject
    AgroalDataSource dataSource;

    @ConfigProperty(name = "plumbline.database.answer-seconds")
    int answerSeconds;

    @Test
    void a_ranking_that_takes_too_long_is_a_503_before_the_connection_is_given_up() throws SQLException {
        // A second, where the connection has ten more.
        RankingRows rankings = new RankingRows(dataSource, 11);
        try (Connection other = dataSource.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            try {
                statement.execute("lock table panel_seat in access exclusive mode");

                assertThatThrownBy(() -> rankings.snapshot(Ids.next(), RankingFilter.ALL, "zoe", () -> true))
                        .isInstanceOfSatisfying(ProblemException.class, refused -> {
                            assertThat(refused.error()).isEqualTo(new ReadingError.ExportTakesTooLong(1));
                            Problem problem = refused.error().problem();
                            assertThat(problem.status()).isEqualTo(503);
                        });
            } finally {
                other.rollback();
                other.setAutoCommit(true);
            }
        }
        try (var snapshot = rankings.snapshot(Ids.next(), RankingFilter.ALL, "zoe", () -> true)) {
            assertThat(snapshot.size()).isZero();
        }
        assertThat(answerSeconds).isGreaterThan(10);
    }
}
