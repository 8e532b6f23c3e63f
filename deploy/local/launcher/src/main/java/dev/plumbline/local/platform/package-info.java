/** The whole platform as processes: PostgreSQL and Kafka, the issuer, the four services. */
@NullMarked
package dev.plumbline.local.platform;

import org.jspecify.annotations.NullMarked;
