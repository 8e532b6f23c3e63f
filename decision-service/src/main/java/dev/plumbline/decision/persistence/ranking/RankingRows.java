package dev.plumbline.decision.persistence.ranking;

import dev.plumbline.decision.app.RankKey;
import dev.plumbline.decision.app.ReadingError;
import dev.plumbline.decision.app.ranking.ExportedDecision;
import dev.plumbline.decision.app.ranking.ListedDecision;
import dev.plumbline.decision.app.ranking.RankedDecision;
import dev.plumbline.decision.app.ranking.RankedPlace;
import dev.plumbline.decision.app.ranking.RankingFilter;
import dev.plumbline.decision.app.ranking.Rankings;
import dev.plumbline.decision.persistence.RowReader;
import dev.plumbline.kit.problem.ProblemException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Rankings in SQL. No index serves them (ADR 0060): the job's rows are read and sorted. */
@ApplicationScoped
class RankingRows implements Rankings {
    private static final String VERSIONS = "select version from rubric where job_id = ? order by version";
    private static final String DECISIONS = """
            select d.decided_at, d.rubric_version, d.outcome
            from unnest(?::uuid[], ?::int[]) with ordinality as place (id, number, n)
            join decision d on d.application_id = place.id and d.number = place.number
            order by place.n""";

    private static final String WITHHELD = """
            select count(*) from panel_seat s join application a on a.id = s.application_id
            where s.person = ? and a.job_id = ? and not a.withdrawn and a.number > 0""";

    /** Rows that the driver has in memory at a time. */
    private static final int FETCH = 2000;
    /** What the bound of an export is below that of the connection, in seconds: that one would break off without a word. */
    private static final int SOONER = 10;

    /** PostgreSQL's state of a statement that was given up. */
    private static final String CANCELED = "57014";

    private final AgroalDataSource dataSource;
    private final int longest;

    /** @param answerWithin after so many seconds a connection on which the database says nothing is given up */
    RankingRows(
            AgroalDataSource dataSource,
            @ConfigProperty(name = "plumbline.database.answer-seconds", defaultValue = "60") int answerWithin) {
        this.dataSource = dataSource;
        this.longest = Math.max(1, answerWithin - SOONER);
    }

    @Override
    public List<Integer> versions(UUID job) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(VERSIONS)) {
            select.setObject(1, job);
            return RowReader.readAll(select, row -> row.getInt(1));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public List<ListedDecision> page(
            UUID job, RankingFilter filter, String reader, @Nullable RankedPlace after, int most) {
        RankingSql sql = RankingSql.page(job, filter, reader, after, most);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql.pageText())) {
            sql.bind(connection, select);
            return RowReader.readAll(select, RankingRows::listed);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public long withheld(UUID job, String reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(WITHHELD)) {
            select.setString(1, reader);
            select.setObject(2, job);
            return RowReader.readAll(select, row -> row.getLong(1)).getFirst();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public Snapshot snapshot(UUID job, RankingFilter filter, String reader, BooleanSupplier wanted) {
        PlaceFile places = PlaceFile.create();
        try (Connection connection = dataSource.getConnection()) {
            // One statement, one snapshot. The driver reads in portions only inside a transaction.
            connection.setAutoCommit(false);
            try {
                write(connection, RankingSql.whole(job, filter, reader), places, wanted);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            places.rewind();
            return new FiledRanking(places, this::decisions);
        } catch (SQLException | IOException | RuntimeException e) {
            places.close();
            if (e instanceof SQLException database && CANCELED.equals(database.getSQLState())) {
                throw new ProblemException(new ReadingError.ExportTakesTooLong(longest));
            }
            throw e instanceof RuntimeException known ? known : failed(e);
        }
    }

    private void write(Connection connection, RankingSql sql, PlaceFile places, BooleanSupplier wanted)
            throws SQLException, IOException {
        try (PreparedStatement select = connection.prepareStatement(sql.wholeText())) {
            sql.bind(connection, select);
            select.setFetchSize(FETCH);
            select.setQueryTimeout(longest);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (places.size() % FETCH == 0 && !wanted.getAsBoolean()) {
                        throw new NotWanted();
                    }
                    places.write(
                            new Place(row.getObject(1, UUID.class), row.getString(2), row.getInt(3), row.getLong(4)));
                }
            }
        }
    }

    /** The decisions at these places: rows of the history, which never change. */
    private List<ExportedDecision> decisions(List<Place> places) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(DECISIONS)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", places.stream().map(Place::applicationId).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "int4", places.stream().map(Place::number).toArray()));
            List<ExportedDecision> decisions = new ArrayList<>(places.size());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    decisions.add(exported(places.get(decisions.size()), row));
                }
            }
            if (decisions.size() != places.size()) {
                throw new IllegalStateException("Decisions have gone from the history");
            }
            return decisions;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static ExportedDecision exported(Place place, ResultSet row) throws SQLException {
        return new ExportedDecision(
                place.rank(), decision(place.applicationId(), place.externalId(), place.number(), row));
    }

    private static ListedDecision listed(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new ListedDecision(
                new RankedPlace(RankKey.of(row.getBytes("rank")), id),
                decision(id, row.getString("external_id"), row.getInt("number"), row));
    }

    private static RankedDecision decision(UUID applicationId, String externalId, int number, ResultSet row)
            throws SQLException {
        return new RankedDecision(
                applicationId,
                externalId,
                number,
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getInt("rubric_version"),
                row.getBytes("outcome"));
    }

    private static RuntimeException failed(Exception e) {
        return e instanceof IOException io
                ? new UncheckedIOException("The ranking cannot be written down", io)
                : new IllegalStateException("The ranking cannot be read", e);
    }
}
