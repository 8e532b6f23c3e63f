/** The decision events as server-sent events. */
@NullMarked
package dev.plumbline.decision.rest.stream;

import org.jspecify.annotations.NullMarked;
