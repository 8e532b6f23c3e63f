/** Rebuilds: what a service keeps of topics, made again from their beginning, and compared with what was there. */
@NullMarked
package dev.plumbline.kit.rebuild;

import org.jspecify.annotations.NullMarked;
