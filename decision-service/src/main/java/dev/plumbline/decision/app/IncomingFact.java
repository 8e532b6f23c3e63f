package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Fact;
import java.util.UUID;

/**
 * A fact about an application, with the event that brought it.
 *
 * @param position where the event stands in its batch, so that whoever read it can tell which one it was
 */
public record IncomingFact(UUID applicationId, Fact fact, Trigger trigger, int position) {}
