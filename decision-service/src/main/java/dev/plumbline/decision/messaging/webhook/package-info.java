/** The decisions topic, read for those who have webhooks. */
@NullMarked
package dev.plumbline.decision.messaging.webhook;

import org.jspecify.annotations.NullMarked;
