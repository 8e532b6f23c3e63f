package dev.plumbline.benchmarks.micro;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.plumbline.benchmarks.load.Event;
import dev.plumbline.benchmarks.load.ShippedJob;
import dev.plumbline.benchmarks.load.Workload;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.FactKind;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.json.ExactJson;
import dev.plumbline.decision.json.FactJson;
import dev.plumbline.decision.json.Reading;
import dev.plumbline.decision.json.RubricReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The shipped rubric with the facts of one application, read from the same events as the pipeline reads.
 *
 * @param facts the facts in place, merged
 * @param next a score that comes in
 */
record ShippedFacts(Rubric rubric, Facts facts, Fact next) {
    private static final long SEED = 1;

    /** The root of the project, which the command says by a system property. */
    static Path repository() {
        return Path.of(System.getProperty("plumbline.root", "."));
    }

    static ShippedFacts read(Path repository) {
        try {
            ShippedJob job = ShippedJob.read(repository);
            Workload workload = new Workload(job, 1, SEED);
            List<Fact> facts =
                    workload.factsInPlace(0).stream().map(ShippedFacts::fact).toList();
            Rubric rubric = valid(RubricReader.read(
                    ExactJson.parse(job.template().required("rubric").toString()), ""));
            return new ShippedFacts(rubric, Facts.of(facts), fact(workload.nextScore()));
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped job cannot be read: " + e.getMessage(), e);
        }
    }

    private static Fact fact(Event event) {
        try {
            return valid(FactJson.read(kind(event.kind()), ExactJson.parse(event.data())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event that is not JSON", e);
        }
    }

    private static FactKind kind(Event.Kind kind) {
        return switch (kind) {
            case JOB_PUBLISHED -> throw new IllegalArgumentException("A job is no fact about an application");
            case SUBMITTED -> FactKind.LIFECYCLE;
            case SCREENED -> FactKind.SCREENING;
            case SECTION_SCORED -> FactKind.SECTION;
            case QUESTION_RATED -> FactKind.RATING;
        };
    }

    private static <T> T valid(Reading<T> reading) {
        return switch (reading) {
            case Reading.Valid<T>(T value) -> value;
            case Reading.Invalid<T> invalid ->
                throw new IllegalStateException("Not as it should be: " + invalid.faults());
        };
    }
}
