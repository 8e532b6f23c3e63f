@NullMarked
package dev.plumbline.kit.testing;

import org.jspecify.annotations.NullMarked;
