package dev.plumbline.monitoring;

import java.time.Duration;
import java.util.Map;

/**
 * A rule that raises an alert for each series that its query gives.
 *
 * @param lasting so long there must have been something before the alert fires
 * @param labels what its alerts have besides those of the series
 * @param annotations what people are told, with templates
 */
public record AlertRule(
        String alert,
        Expression query,
        Duration lasting,
        Map<String, String> labels,
        Map<String, String> annotations) {}
