package dev.plumbline.decision.rest.report;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the report on verdicts, for the OpenAPI document. */
@Schema(name = "VerdictReportPage")
public record VerdictReportPage(
        List<VerdictsOfPersonResponse> items, @Nullable String next) {}
