package dev.plumbline.decision.app.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts verdicts by person. */
public interface VerdictReport {

    /**
     * Which verdicts count.
     *
     * @param job those on its applications; null for all
     * @param from those given at or after; null without a beginning
     * @param to those given before; null without an end
     */
    record Span(
            @Nullable UUID job,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /**
     * The persons who gave such verdicts, by id.
     *
     * @param reader who will see it: verdicts on applications that they owe a rating of are left out
     * @param after the last person seen; null to begin
     */
    List<VerdictsOfPerson> byPerson(Span span, String reader, @Nullable String after, int most);

    /** How many verdicts are left out because this reader owes their applications a rating. */
    long withheld(Span span, String reader);
}
