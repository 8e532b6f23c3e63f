/** Tests of the whole platform as processes. */
@NullMarked
package dev.plumbline.e2e;

import org.jspecify.annotations.NullMarked;
