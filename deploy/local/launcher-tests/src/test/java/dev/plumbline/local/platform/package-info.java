/** Tests, with real processes and real requests. */
@NullMarked
package dev.plumbline.local.platform;

import org.jspecify.annotations.NullMarked;
