@NullMarked
package dev.plumbline.kit.rebuild;

import org.jspecify.annotations.NullMarked;
