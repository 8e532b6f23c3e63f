@NullMarked
package dev.plumbline.benchmarks.load;

import org.jspecify.annotations.NullMarked;
