/** Traces that go on where HTTP ends: over the outbox and the topics, and out with webhooks (docs/adr/0081). */
@NullMarked
package dev.plumbline.kit.tracing;

import org.jspecify.annotations.NullMarked;
