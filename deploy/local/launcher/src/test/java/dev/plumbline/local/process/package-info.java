/** Tests, with real processes and real requests. */
@NullMarked
package dev.plumbline.local.process;

import org.jspecify.annotations.NullMarked;
