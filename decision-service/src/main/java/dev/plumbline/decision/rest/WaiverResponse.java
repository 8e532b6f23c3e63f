package dev.plumbline.decision.rest;

import dev.plumbline.decision.app.ChangeWaiver;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A waiver that holds.
 *
 * @param by the id of the hiring manager who granted it
 * @param decisionNumber of the decision with it
 */
@Schema(name = "Waiver")
public record WaiverResponse(UUID applicationId, String node, String reason, String by, int decisionNumber) {
    static WaiverResponse of(UUID applicationId, ChangeWaiver.Changed changed) {
        return new WaiverResponse(
                applicationId,
                changed.waiver().node(),
                changed.waiver().reason().name(),
                changed.by(),
                changed.decisionNumber());
    }
}
