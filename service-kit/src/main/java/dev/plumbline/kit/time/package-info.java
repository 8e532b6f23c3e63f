/** The clock, injected so that it can be set in tests. */
@NullMarked
package dev.plumbline.kit.time;

import org.jspecify.annotations.NullMarked;
