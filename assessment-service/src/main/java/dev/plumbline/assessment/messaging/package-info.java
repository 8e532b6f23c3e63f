/** Kafka in: others' events, with just the fields used here. */
@NullMarked
package dev.plumbline.assessment.messaging;

import org.jspecify.annotations.NullMarked;
