/** The platform, started as the process it is. */
@NullMarked
package dev.plumbline.platform;

import org.jspecify.annotations.NullMarked;
