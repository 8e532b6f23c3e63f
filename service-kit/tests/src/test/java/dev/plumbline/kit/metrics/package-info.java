@NullMarked
package dev.plumbline.kit.metrics;

import org.jspecify.annotations.NullMarked;
