@NullMarked
package dev.plumbline.kit.work;

import org.jspecify.annotations.NullMarked;
