/** Answers that take their time: written as fast as the client reads, and ended where it does not. */
@NullMarked
package dev.plumbline.decision.rest.streaming;

import org.jspecify.annotations.NullMarked;
