@NullMarked
package dev.plumbline.kit.tracing;

import org.jspecify.annotations.NullMarked;
