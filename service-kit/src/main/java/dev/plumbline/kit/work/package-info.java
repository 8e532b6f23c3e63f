/** Work that is done in the background. */
@NullMarked
package dev.plumbline.kit.work;

import org.jspecify.annotations.NullMarked;
