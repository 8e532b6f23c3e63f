/** The standalone verifier of decision certificates. */
@NullMarked
package dev.plumbline.verify;

import org.jspecify.annotations.NullMarked;
