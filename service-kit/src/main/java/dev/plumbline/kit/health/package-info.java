/** What the service says of its own state, beyond what its libraries say. */
@NullMarked
package dev.plumbline.kit.health;

import org.jspecify.annotations.NullMarked;
