/** The Kafka topics a service needs. */
@NullMarked
package dev.plumbline.kit.topics;

import org.jspecify.annotations.NullMarked;
