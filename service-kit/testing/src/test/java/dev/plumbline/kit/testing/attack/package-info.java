/** Tests of the attacks that are generated. */
@NullMarked
package dev.plumbline.kit.testing.attack;

import org.jspecify.annotations.NullMarked;
