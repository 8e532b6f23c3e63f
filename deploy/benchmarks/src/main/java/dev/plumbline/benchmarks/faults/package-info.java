/** The long run of faults against the whole platform, with what has to hold after each. */
@NullMarked
package dev.plumbline.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
