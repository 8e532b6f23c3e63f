package dev.plumbline.decision.rest.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is sent again.
 *
 * @param deliveries how many
 */
@Schema(name = "WebhookRangeTaken")
public record RangeResponse(int deliveries) {}
