package dev.plumbline.decision.persistence;

import dev.plumbline.decision.app.report.VerdictReport;
import dev.plumbline.decision.app.report.VerdictsOfPerson;
import dev.plumbline.decision.app.report.VerdictsOfPerson.Dwell;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts verdicts in the database, which reads them once and sends a row for each person. */
@ApplicationScoped
class VerdictReportRows implements VerdictReport {
    private static final String SPAN = """
            (?::uuid is null or application_id in (select id from application where job_id = ?::uuid))
                and (?::timestamptz is null or given_at < ?::timestamptz)""";

    private static final String WITHHELD = """
            select count(*) from verdict
            where %s
                and (?::timestamptz is null or given_at >= ?::timestamptz)
                and application_id in (select application_id from panel_seat where person = ?)""".formatted(SPAN);

    // What happened from its end on does not count: the report of a past time stays the same. The decision is found by
    // its content: a rebuilt database may number it otherwise.
    private static final String BY_PERSON = """
            with given as (
                select given_by, application_id, decision_number, content_digest, verdict, given_at,
                    row_number() over (same_decision order by revision desc) as from_last,
                    min(given_at) over (same_decision) as first_at
                from verdict
                where %s
                    and (?::text is null or given_by collate "C" > ?::text)
                    and application_id not in (select application_id from panel_seat where person = ?)
                window same_decision as (partition by given_by, application_id, decision_number,
                    content_digest)
            ), counted as (
                select given_by, from_last = 1 as is_last, verdict, recommendation,
                    floor(extract(epoch from first_at - seen_at) * 1000)::bigint as dwell
                from given
                left join lateral (
                    select number, convert_from(outcome, 'UTF8')::jsonb ->> 'recommendation' as recommendation
                    from decision
                    where decision.application_id = given.application_id
                        and decision.content_digest = given.content_digest
                    order by decision.number <> given.decision_number, decision.number limit 1) as decided on true
                left join explanation_seen as seen on seen.application_id = given.application_id
                    and seen.number = coalesce(decided.number, given.decision_number)
                    and seen.person = given.given_by and seen.seen_at <= given.first_at
                    and (decided.number is not null or not exists (select from decision as another
                        where another.application_id = given.application_id
                            and another.number = given.decision_number))
                where ?::timestamptz is null or given_at >= ?::timestamptz
            )
            select given_by,
                count(*) filter (where not is_last) as replaced,
                count(*) filter (where is_last) as verdicts,
                count(*) filter (where is_last and (verdict, recommendation)
                    in (('HIRE', 'ADVANCE'), ('REJECT', 'REJECT'))) as agreed,
                count(*) filter (where is_last and verdict <> 'HOLD'
                    and recommendation in ('ADVANCE', 'REJECT')) as compared,
                count(*) filter (where is_last and (verdict, recommendation) = ('HIRE', 'REJECT')) as hire_on_reject,
                count(*) filter (where is_last and (verdict, recommendation) = ('REJECT', 'ADVANCE'))
                    as reject_on_advance,
                count(*) filter (where is_last and (verdict, recommendation) = ('HIRE', 'PENDING')) as hire_on_pending,
                count(*) filter (where is_last and (verdict, recommendation) = ('REJECT', 'PENDING'))
                    as reject_on_pending,
                count(*) filter (where is_last and (verdict, recommendation) = ('HIRE', 'DISCUSS')) as hire_on_discuss,
                count(*) filter (where is_last and (verdict, recommendation) = ('REJECT', 'DISCUSS'))
                    as reject_on_discuss,
                count(*) filter (where is_last and verdict = 'HOLD') as holds,
                count(*) filter (where is_last and verdict <> 'HOLD' and recommendation is null) as on_unknown,
                count(dwell) filter (where is_last) as looks,
                count(*) filter (where is_last and dwell is null) as without_look,
                percentile_disc(0.5) within group (order by dwell) filter (where is_last) as median,
                percentile_disc(0.1) within group (order by dwell) filter (where is_last) as tenth,
                percentile_disc(0.9) within group (order by dwell) filter (where is_last) as ninetieth
            from counted
            group by given_by
            having count(*) filter (where is_last) > 0
            order by given_by collate "C" limit ?""".formatted(SPAN);

    private final AgroalDataSource dataSource;

    VerdictReportRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public List<VerdictsOfPerson> byPerson(Span span, String reader, @Nullable String after, int most) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(BY_PERSON)) {
            int next = bind(select, span);
            next = bind(select, next, after);
            select.setString(next++, reader);
            next = bind(select, next, text(span.from()));
            select.setInt(next, most);
            return RowReader.readAll(select, VerdictReportRows::read);
        } catch (SQLException e) {
            throw new IllegalStateException("The verdicts cannot be counted", e);
        }
    }

    @Override
    public long withheld(Span span, String reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(WITHHELD)) {
            int next = bind(select, bind(select, span), text(span.from()));
            select.setString(next, reader);
            return RowReader.readAll(select, row -> row.getLong(1)).getFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("The verdicts cannot be counted", e);
        }
    }

    /** The parameters of {@link #SPAN}, which is the first of a statement to have any; where the next ones begin. */
    private static int bind(PreparedStatement select, Span span) throws SQLException {
        select.setObject(1, span.job(), Types.OTHER);
        select.setObject(2, span.job(), Types.OTHER);
        return bind(select, 3, text(span.to()));
    }

    /** A parameter that is asked twice: whether it is there, and for what it is; where the next ones begin. */
    private static int bind(PreparedStatement select, int at, @Nullable String value) throws SQLException {
        select.setString(at, value);
        select.setString(at + 1, value);
        return at + 2;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static VerdictsOfPerson read(ResultSet row) throws SQLException {
        return new VerdictsOfPerson(
                row.getString("given_by"),
                row.getLong("verdicts"),
                row.getLong("replaced"),
                row.getLong("agreed"),
                row.getLong("compared"),
                row.getLong("hire_on_reject"),
                row.getLong("reject_on_advance"),
                row.getLong("hire_on_pending"),
                row.getLong("reject_on_pending"),
                row.getLong("hire_on_discuss"),
                row.getLong("reject_on_discuss"),
                row.getLong("holds"),
                row.getLong("on_unknown"),
                new Dwell(
                        row.getLong("looks"),
                        row.getLong("without_look"),
                        longOrNull(row, "median"),
                        longOrNull(row, "tenth"),
                        longOrNull(row, "ninetieth")));
    }

    private static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
