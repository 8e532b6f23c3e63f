/** Tests, with real processes and real requests. */
@NullMarked
package dev.plumbline.local.sample;

import org.jspecify.annotations.NullMarked;
