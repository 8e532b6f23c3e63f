package dev.plumbline.local.decisions;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A line of the table: a published decision, or a verdict beside one.
 *
 * @param applicationId whose
 * @param externalId as the applicant tracking system names the application; empty for a verdict
 * @param number the decision's number
 * @param recommendation the recommendation, or a person's verdict
 * @param previous the recommendation published before; empty if there was none
 * @param band empty if there is none yet
 * @param total what the total can still become; empty for a verdict
 * @param withdrawn whether the application is withdrawn
 * @param trigger the type of event that led to it
 */
record Change(
        String applicationId,
        String externalId,
        int number,
        String recommendation,
        String previous,
        String band,
        String total,
        boolean withdrawn,
        String trigger) {

    static Change decision(JsonNode data) {
        JsonNode total = data.path("total");
        return new Change(
                data.path("applicationId").asText(),
                data.path("externalId").asText(),
                data.path("number").asInt(),
                data.path("recommendation").asText(),
                data.path("previousRecommendation").asText(""),
                data.path("band").asText(""),
                total.isObject()
                        ? range(total.path("low").asText(), total.path("high").asText())
                        : "",
                data.path("withdrawn").asBoolean(),
                shortType(data.path("trigger").path("eventType").asText("")));
    }

    static Change verdict(JsonNode data) {
        String override = data.path("override").asBoolean() ? " (override)" : "";
        return new Change(
                data.path("applicationId").asText(),
                "",
                data.path("decisionNumber").asInt(),
                data.path("verdict").asText() + override,
                "",
                "",
                "",
                false,
                data.path("by").asText());
    }

    /** Whether a person would see something new, and not just a narrower total. */
    boolean differsFrom(Change before) {
        return !recommendation.equals(before.recommendation)
                || !band.equals(before.band)
                || withdrawn != before.withdrawn;
    }

    private static String range(String low, String high) {
        return low.equals(high) ? low : low + ".." + high;
    }

    private static String shortType(String type) {
        return type.replaceFirst("^dev\\.plumbline\\.", "").replaceFirst("\\.v\\d+$", "");
    }
}
