/** Idempotent consuming: envelopes, batches in one transaction, dead letters. */
@NullMarked
package dev.plumbline.kit.inbox;

import org.jspecify.annotations.NullMarked;
