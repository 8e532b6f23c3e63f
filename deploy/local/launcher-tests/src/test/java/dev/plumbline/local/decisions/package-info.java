/** Tests, with real processes and real requests. */
@NullMarked
package dev.plumbline.local.decisions;

import org.jspecify.annotations.NullMarked;
