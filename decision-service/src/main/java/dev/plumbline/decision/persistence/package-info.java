/** PostgreSQL behind the ports of the use cases; rows and entities never leave. */
@NullMarked
package dev.plumbline.decision.persistence;

import org.jspecify.annotations.NullMarked;
