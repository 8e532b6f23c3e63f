/** The use cases, one class each, and the ports that they need. */
@NullMarked
package dev.plumbline.assessment.app;

import org.jspecify.annotations.NullMarked;
