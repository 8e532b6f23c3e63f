/** The chart, linted, rendered and validated without a cluster. */
@NullMarked
package dev.plumbline.helm;

import org.jspecify.annotations.NullMarked;
