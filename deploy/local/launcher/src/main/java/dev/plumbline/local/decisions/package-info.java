/** The decisions as they change, read off their topic. */
@NullMarked
package dev.plumbline.local.decisions;

import org.jspecify.annotations.NullMarked;
