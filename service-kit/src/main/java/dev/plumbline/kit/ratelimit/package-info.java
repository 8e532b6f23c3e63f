/** How many calls each caller may make. */
@NullMarked
package dev.plumbline.kit.ratelimit;

import org.jspecify.annotations.NullMarked;
