/** Webhooks: the use cases, one class each, and the ports they need. */
@NullMarked
package dev.plumbline.decision.app.webhook;

import org.jspecify.annotations.NullMarked;
