@NullMarked
package dev.plumbline.kit.ratelimit;

import org.jspecify.annotations.NullMarked;
