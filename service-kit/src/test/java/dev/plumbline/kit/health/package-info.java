@NullMarked
package dev.plumbline.kit.health;

import org.jspecify.annotations.NullMarked;
