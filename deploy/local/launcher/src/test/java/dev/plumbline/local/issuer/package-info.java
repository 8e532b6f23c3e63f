/** Tests, with real processes and real requests. */
@NullMarked
package dev.plumbline.local.issuer;

import org.jspecify.annotations.NullMarked;
