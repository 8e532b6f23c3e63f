/** Tests, with real processes and real requests. */
@NullMarked
package dev.plumbline.local;

import org.jspecify.annotations.NullMarked;
