/** PostgreSQL and a Kafka broker in one process, started and stopped by whoever holds its standard input. */
@NullMarked
package dev.plumbline.platform;

import org.jspecify.annotations.NullMarked;
