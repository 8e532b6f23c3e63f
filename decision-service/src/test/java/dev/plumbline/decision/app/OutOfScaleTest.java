package dev.plumbline.decision.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.decision.domain.Bands;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Criterion;
import dev.plumbline.decision.domain.EvidenceSource;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.Rating;
import dev.plumbline.decision.domain.RatingScale;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.json.FactJson;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rating outside the scale is told of once, when its scale is known, whatever came first and in which transaction. */
class OutOfScaleTest {
    private static final UUID JOB = new UUID(1, 1);
    private static final Trigger TRIGGER = new Trigger("1", "type", null);
    private static final Fact SUBMITTED =
            FactJson.fact(1, new Lifecycle(Lifecycle.Status.SUBMITTED, JOB.toString(), 1, "x"));
    private static final Fact TOO_HIGH = rated("ana", 11);

    private Application row = Application.unknown(new UUID(2, 2));
    private Function<UUID, JobRubrics> rubrics = job -> new Known(version());

    @Test
    void in_the_transaction_that_it_came_in() {
        assertThat(take(SUBMITTED, TOO_HIGH)).isEqualTo(1);
        assertThat(take(TOO_HIGH)).isZero();
    }

    @Test
    void in_the_one_after_where_the_submission_came_later() {
        assertThat(take(TOO_HIGH, rated("ben", 5))).isZero();
        assertThat(take(SUBMITTED)).isEqualTo(1);
        assertThat(take(SUBMITTED, TOO_HIGH, rated("cyd", 12))).isEqualTo(1);
    }

    @Test
    void with_the_rubric_where_that_came_later() {
        rubrics = job -> new Known(null);
        assertThat(take(TOO_HIGH)).isZero();
        assertThat(take(SUBMITTED, rated("ben", 9))).isZero();

        rubrics = job -> new Known(version());
        OpenApplication open = new OpenApplication(row, rubrics, Instant.EPOCH);
        open.takeRubric();
        row = open.toApplication();

        assertThat(open.outOfScale()).isEqualTo(2);
        assertThat(take(TOO_HIGH)).isZero();
    }

    /** Takes facts in one transaction; how many ratings outside the scale it told of. */
    private int take(Fact... facts) {
        OpenApplication open = new OpenApplication(row, rubrics, Instant.EPOCH);
        for (Fact fact : facts) {
            open.take(fact, TRIGGER);
        }
        row = open.toApplication();
        return open.outOfScale();
    }

    private static Fact rated(String rater, int rating) {
        return FactJson.fact(1, new Rating("billing", rater, Figure.of(rating)));
    }

    private static RubricVersion version() {
        Criterion.Leaf leaf = new Criterion.Leaf("q", "q", false, new EvidenceSource.InterviewQuestion("billing", 1));
        return new RubricVersion(
                1,
                new CompiledRubric(new Rubric(
                        new RatingScale(Figure.ONE, Figure.of(5), RatingScale.Mapping.PROPORTIONAL),
                        new Criterion.Inner("root", "root", false, List.of(new Criterion.Part(Figure.HUNDRED, leaf))),
                        List.of(),
                        new Bands(Figure.of(80), Figure.of(60)))),
                TRIGGER);
    }

    private record Known(@Nullable RubricVersion known) implements JobRubrics {
        @Override
        public OptionalInt newestForAllOpen() {
            return OptionalInt.empty();
        }

        @Override
        public @Nullable RubricVersion version(int version) {
            return known;
        }
    }
}
