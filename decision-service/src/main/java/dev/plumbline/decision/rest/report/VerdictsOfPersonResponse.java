package dev.plumbline.decision.rest.report;

import dev.plumbline.decision.app.report.VerdictsOfPerson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How one person's verdicts stand to the recommendations.
 *
 * @param verdicts that count: of several on one decision the last one
 * @param replaced verdicts that the person replaced by another one on the same decision
 * @param few whether there are too few to compare for a share to say much about the person
 * @param holds HOLDs, which are neither for nor against a recommendation
 * @param onUnknown verdicts on decisions that a rebuilt database has not come to again
 */
@Schema(name = "VerdictsOfPerson")
public record VerdictsOfPersonResponse(
        String person,
        long verdicts,
        long replaced,
        Agreement agreement,
        boolean few,
        Overrides overrides,
        LeftToPeople leftToPeople,
        long holds,
        long onUnknown,
        DwellResponse dwell) {

    private static final int RATE_DIGITS = 4;

    /**
     * HIRE on ADVANCE and REJECT on REJECT, of all HIRE and REJECT on ADVANCE and REJECT.
     *
     * @param rate agreed / compared, floored to four decimals; null where there is nothing to compare
     */
    @Schema(name = "VerdictAgreement")
    public record Agreement(
            long agreed, long compared, @Nullable String rate) {}

    /** Verdicts against the recommendation, by direction. */
    @Schema(name = "VerdictOverrides")
    public record Overrides(long hireOnReject, long hireOnPending, long rejectOnAdvance) {}

    /** Verdicts where the recommendation leaves it to people, and rejections before all the evidence is in. */
    @Schema(name = "VerdictsLeftToPeople")
    public record LeftToPeople(long hireOnDiscuss, long rejectOnDiscuss, long rejectOnPending) {}

    /**
     * From when the person first fetched the decision with its explanation to their first verdict on it, in milliseconds.
     *
     * @param count verdicts after a look
     * @param withoutLook verdicts without one
     * @param medianMillis null where nobody looked
     * @param tenthPercentileMillis null where there are few
     * @param ninetiethPercentileMillis null where there are few
     */
    @Schema(name = "VerdictDwell")
    public record DwellResponse(
            long count,
            long withoutLook,
            @Nullable Long medianMillis,
            @Nullable Long tenthPercentileMillis,
            @Nullable Long ninetiethPercentileMillis) {

        static DwellResponse of(VerdictsOfPerson.Dwell dwell) {
            boolean few = dwell.count() < VerdictsOfPerson.FEW;
            return new DwellResponse(
                    dwell.count(),
                    dwell.withoutLook(),
                    dwell.median(),
                    few ? null : dwell.tenth(),
                    few ? null : dwell.ninetieth());
        }
    }

    static VerdictsOfPersonResponse of(VerdictsOfPerson one) {
        return new VerdictsOfPersonResponse(
                one.person(),
                one.verdicts(),
                one.replaced(),
                new Agreement(one.agreed(), one.compared(), rate(one.agreed(), one.compared())),
                one.compared() < VerdictsOfPerson.FEW,
                new Overrides(one.hireOnReject(), one.hireOnPending(), one.rejectOnAdvance()),
                new LeftToPeople(one.hireOnDiscuss(), one.rejectOnDiscuss(), one.rejectOnPending()),
                one.holds(),
                one.onUnknown(),
                DwellResponse.of(one.dwell()));
    }

    private static @Nullable String rate(long agreed, long compared) {
        return compared == 0
                ? null
                : BigDecimal.valueOf(agreed)
                        .divide(BigDecimal.valueOf(compared), RATE_DIGITS, RoundingMode.FLOOR)
                        .toPlainString();
    }
}
