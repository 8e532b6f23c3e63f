@NullMarked
package dev.plumbline.monitoring;

import org.jspecify.annotations.NullMarked;
