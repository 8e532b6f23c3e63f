/** The services replaced by those of another build while they work. */
@NullMarked
package dev.plumbline.e2e.upgrade;

import org.jspecify.annotations.NullMarked;
