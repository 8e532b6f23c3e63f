/** The decisions topic as readers outside follow it. */
@NullMarked
package dev.plumbline.decision.app.stream;

import org.jspecify.annotations.NullMarked;
