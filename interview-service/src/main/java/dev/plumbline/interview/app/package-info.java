/** The use cases, one class each, and the ports they need. */
@NullMarked
package dev.plumbline.interview.app;

import org.jspecify.annotations.NullMarked;
