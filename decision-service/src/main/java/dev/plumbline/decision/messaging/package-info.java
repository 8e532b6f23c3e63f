/** Kafka in: what other services publish, checked and handed to a use case. */
@NullMarked
package dev.plumbline.decision.messaging;

import org.jspecify.annotations.NullMarked;
