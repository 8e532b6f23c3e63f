/** The transactional outbox and the relay that publishes it to Kafka. */
@NullMarked
package dev.plumbline.kit.outbox;

import org.jspecify.annotations.NullMarked;
