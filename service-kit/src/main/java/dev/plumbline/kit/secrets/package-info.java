/** Settings that are secrets. */
@NullMarked
package dev.plumbline.kit.secrets;

import org.jspecify.annotations.NullMarked;
