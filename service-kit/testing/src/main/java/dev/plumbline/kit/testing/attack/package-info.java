/** Attacks on a running application that are generated from its OpenAPI document. */
@NullMarked
package dev.plumbline.kit.testing.attack;

import org.jspecify.annotations.NullMarked;
