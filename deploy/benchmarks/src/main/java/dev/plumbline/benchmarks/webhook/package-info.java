/** Webhooks: what one receiver that hangs costs the others. */
@NullMarked
package dev.plumbline.benchmarks.webhook;

import org.jspecify.annotations.NullMarked;
