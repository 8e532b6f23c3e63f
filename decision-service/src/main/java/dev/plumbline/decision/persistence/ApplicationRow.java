package dev.plumbline.decision.persistence;

import static dev.plumbline.decision.persistence.Columns.digest;
import static dev.plumbline.decision.persistence.Columns.hex;

import dev.plumbline.decision.app.Application;
import dev.plumbline.decision.app.RankKey;
import dev.plumbline.decision.app.Standing;
import dev.plumbline.decision.app.StateMark;
import dev.plumbline.decision.app.VerdictMark;
import dev.plumbline.decision.domain.Band;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.Recommendation;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How an application stands in its row. */
final class ApplicationRow {
    static final String COLUMNS = """
            id, facts, undecided, waiting, number, rubric_version, input_digest, chain_digest, recommendation, band,
            complete, rank, published_chain, publication, verdict_revision, verdict_state, verdict_number, verdict_content
            """;

    static final String UPDATE = """
            update application set
                facts = new.facts, undecided = new.undecided, waiting = new.waiting, job_id = new.job_id,
                external_id = new.external_id, withdrawn = new.withdrawn, number = new.number,
                rubric_version = new.rubric_version, input_digest = new.input_digest, chain_digest = new.chain_digest,
                recommendation = new.recommendation, band = new.band, complete = new.complete, rank = new.rank,
                published_chain = new.published_chain, publication = new.publication,
                verdict_revision = new.verdict_revision, verdict_state = new.verdict_state,
                verdict_number = new.verdict_number, verdict_content = new.verdict_content
            from unnest(?::uuid[], ?::bytea[], ?::bytea[], ?::boolean[], ?::uuid[], ?::text[], ?::boolean[], ?::int[],
                    ?::int[], ?::bytea[], ?::bytea[], ?::text[], ?::text[], ?::boolean[], ?::bytea[], ?::bytea[],
                    ?::bytea[], ?::bigint[], ?::text[], ?::int[], ?::bytea[])
                as new (id, facts, undecided, waiting, job_id, external_id, withdrawn, number, rubric_version,
                    input_digest, chain_digest, recommendation, band, complete, rank, published_chain, publication,
                    verdict_revision, verdict_state, verdict_number, verdict_content)
            where application.id = new.id""";

    private ApplicationRow() {}

    static void bind(Columns<Application> columns) throws SQLException {
        columns.add("uuid", Application::id)
                .addBytes(application -> FactsWriter.write(application.facts().all()))
                .addBytes(application ->
                        application.undecided().isEmpty() ? null : FactsWriter.write(application.undecided()))
                .add("boolean", Application::waiting)
                .add("uuid", lifecycle(lifecycle -> UUID.fromString(lifecycle.jobId())))
                .add("text", lifecycle(Lifecycle::externalId))
                .add(
                        "boolean",
                        application -> application
                                .facts()
                                .lifecycle()
                                .map(Lifecycle::isWithdrawn)
                                .orElse(false))
                .add("int4", application -> {
                    Standing standing = application.standing();
                    return standing == null ? 0 : standing.number();
                })
                .add("int4", standing(Standing::rubricVersion))
                .addBytes(digestOf(Standing::inputDigest))
                .addBytes(digestOf(Standing::chainDigest))
                .add("text", standing(standing -> standing.recommendation().name()))
                .add("text", standing(standing -> nameOrNull(standing.band())))
                .add("boolean", standing(Standing::complete))
                .addBytes(application -> {
                    Standing standing = application.standing();
                    return standing == null ? null : standing.rank().toBytes();
                })
                .addBytes(digestOf(Standing::publishedChain))
                .addBytes(digestOf(Standing::publication));
        bindVerdict(columns);
    }

    private static void bindVerdict(Columns<Application> columns) throws SQLException {
        columns.add("int8", verdict(VerdictMark::revision))
                .add("text", verdict(mark -> mark.state().name()))
                .add("int4", verdict(VerdictMark::decisionNumber))
                .addBytes(application -> {
                    VerdictMark mark = application.verdict();
                    return mark == null ? null : digest(mark.contentDigest());
                });
    }

    private static Function<Application, @Nullable Object> lifecycle(Function<Lifecycle, Object> column) {
        return application -> application.facts().lifecycle().map(column).orElse(null);
    }

    private static Function<Application, @Nullable Object> standing(Function<Standing, @Nullable Object> column) {
        return application -> {
            Standing standing = application.standing();
            return standing == null ? null : column.apply(standing);
        };
    }

    private static Function<Application, byte @Nullable []> digestOf(Function<Standing, String> column) {
        return application -> {
            Standing standing = application.standing();
            return standing == null ? null : digest(column.apply(standing));
        };
    }

    private static Function<Application, @Nullable Object> verdict(Function<VerdictMark, Object> column) {
        return application -> {
            VerdictMark mark = application.verdict();
            return mark == null ? null : column.apply(mark);
        };
    }

    private static @Nullable String nameOrNull(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    /** The application of the current row of a query for {@link #COLUMNS}. */
    static Application read(ResultSet row) throws SQLException {
        byte[] facts = row.getBytes("facts");
        byte[] undecided = row.getBytes("undecided");
        return new Application(
                row.getObject("id", UUID.class),
                facts.length == 0 ? Facts.NONE : Facts.of(FactsReader.readUndigested(facts)),
                undecided == null ? List.<Fact>of() : FactsReader.readUndigested(undecided),
                row.getBoolean("waiting"),
                row.getInt("number") == 0 ? null : standing(row),
                row.getLong("verdict_revision") == 0 ? null : verdict(row));
    }

    /** The mark of the current row of a query for its columns. */
    static StateMark readMark(ResultSet row) throws SQLException {
        return new StateMark(row.getInt(2), ByteBuffer.wrap(row.getBytes(3)));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String band = row.getString("band");
        return new Standing(
                row.getInt("number"),
                row.getInt("rubric_version"),
                hex(row.getBytes("input_digest")),
                hex(row.getBytes("chain_digest")),
                Recommendation.valueOf(row.getString("recommendation")),
                band == null ? null : Band.valueOf(band),
                row.getBoolean("complete"),
                RankKey.of(row.getBytes("rank")),
                hex(row.getBytes("published_chain")),
                hex(row.getBytes("publication")));
    }

    private static VerdictMark verdict(ResultSet row) throws SQLException {
        return new VerdictMark(
                row.getLong("verdict_revision"),
                VerdictMark.State.valueOf(row.getString("verdict_state")),
                row.getInt("verdict_number"),
                hex(row.getBytes("verdict_content")));
    }
}
