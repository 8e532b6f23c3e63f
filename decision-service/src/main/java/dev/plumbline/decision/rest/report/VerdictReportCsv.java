package dev.plumbline.decision.rest.report;

import dev.plumbline.decision.rest.Csv;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;

/** The report on verdicts as {@link Csv}: a line for each person. */
final class VerdictReportCsv {
    private static final List<String> COLUMNS = List.of(
            "person",
            "verdicts",
            "replaced",
            "agreed",
            "compared",
            "rate",
            "few",
            "hireOnReject",
            "hireOnPending",
            "rejectOnAdvance",
            "hireOnDiscuss",
            "rejectOnDiscuss",
            "rejectOnPending",
            "holds",
            "onUnknown",
            "looks",
            "withoutLook",
            "medianMillis",
            "tenthPercentileMillis",
            "ninetiethPercentileMillis");

    private VerdictReportCsv() {}

    static byte[] of(List<VerdictsOfPersonResponse> people) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Csv.line(COLUMNS, out);
        people.forEach(person -> Csv.line(cells(person), out));
        return out.toByteArray();
    }

    private static List<String> cells(VerdictsOfPersonResponse one) {
        return Stream.of(
                        one.person(),
                        one.verdicts(),
                        one.replaced(),
                        one.agreement().agreed(),
                        one.agreement().compared(),
                        one.agreement().rate(),
                        one.few(),
                        one.overrides().hireOnReject(),
                        one.overrides().hireOnPending(),
                        one.overrides().rejectOnAdvance(),
                        one.leftToPeople().hireOnDiscuss(),
                        one.leftToPeople().rejectOnDiscuss(),
                        one.leftToPeople().rejectOnPending(),
                        one.holds(),
                        one.onUnknown(),
                        one.dwell().count(),
                        one.dwell().withoutLook(),
                        one.dwell().medianMillis(),
                        one.dwell().tenthPercentileMillis(),
                        one.dwell().ninetiethPercentileMillis())
                .map(Csv::cell)
                .toList();
    }
}
