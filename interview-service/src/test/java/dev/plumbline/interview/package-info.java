/** Tests of the whole service, and what they have in common. */
@NullMarked
package dev.plumbline.interview;

import org.jspecify.annotations.NullMarked;
