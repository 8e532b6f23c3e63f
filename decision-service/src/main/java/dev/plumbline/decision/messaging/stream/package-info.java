/** Reads the decisions topic for readers outside: one tail for all of them, and a few that catch up on their own. */
@NullMarked
package dev.plumbline.decision.messaging.stream;

import org.jspecify.annotations.NullMarked;
