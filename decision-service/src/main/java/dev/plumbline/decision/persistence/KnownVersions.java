package dev.plumbline.decision.persistence;

import dev.plumbline.decision.app.JobRubrics;
import dev.plumbline.decision.app.RubricVersion;
import dev.plumbline.decision.app.Trigger;
import dev.plumbline.decision.domain.CompiledRubric;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rubric versions of a job that one transaction sees; each is compiled when it is first needed. */
final class KnownVersions implements JobRubrics {
    private final UUID job;
    private final List<Row> rows;
    private final Function<CompiledRubrics.Key, CompiledRubric> compiled;
    private final OptionalInt newestForAllOpen;
    private @Nullable RubricVersion latest;

    /** A version without its content. */
    record Row(int version, boolean forAllOpen, String factDigest, Trigger trigger) {}

    KnownVersions(UUID job, List<Row> rows, Function<CompiledRubrics.Key, CompiledRubric> compiled) {
        this.job = job;
        this.rows = List.copyOf(rows);
        this.compiled = compiled;
        this.newestForAllOpen =
                rows.stream().filter(Row::forAllOpen).mapToInt(Row::version).max();
    }

    @Override
    public OptionalInt newestForAllOpen() {
        return newestForAllOpen;
    }

    @Override
    public @Nullable RubricVersion version(int version) {
        RubricVersion last = latest;
        if (last != null && last.version() == version) {
            return last;
        }
        for (Row row : rows) {
            if (row.version() == version) {
                CompiledRubric rubric = compiled.apply(new CompiledRubrics.Key(job, version, row.factDigest()));
                last = new RubricVersion(version, rubric, row.trigger());
                latest = last;
                return last;
            }
        }
        return null;
    }
}
