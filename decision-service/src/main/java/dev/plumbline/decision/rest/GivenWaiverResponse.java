package dev.plumbline.decision.rest;

import dev.plumbline.decision.domain.Waiver;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A node that is taken out of an application's decision, and why. */
@Schema(name = "GivenWaiver")
public record GivenWaiverResponse(String node, String reason) {
    static GivenWaiverResponse of(Waiver waiver) {
        return new GivenWaiverResponse(waiver.node(), waiver.reason().name());
    }
}
