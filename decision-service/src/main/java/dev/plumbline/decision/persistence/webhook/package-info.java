/** The webhooks, their deliveries and every attempt, behind the ports of the use cases. */
@NullMarked
package dev.plumbline.decision.persistence.webhook;

import org.jspecify.annotations.NullMarked;
