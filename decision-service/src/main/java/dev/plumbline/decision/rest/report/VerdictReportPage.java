package dev.plumbline.decision.rest.report;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of the report on verdicts.
 *
 * @param withheld how many verdicts of this time are counted in no page, because the caller owes their applications a rating
 */
@Schema(name = "VerdictReportPage")
public record VerdictReportPage(
        List<VerdictsOfPersonResponse> items, @Nullable String next, long withheld) {}
