/** Webhooks: what may be called, what an answer means, and when to try again. */
@NullMarked
package dev.plumbline.decision.domain.webhook;

import org.jspecify.annotations.NullMarked;
