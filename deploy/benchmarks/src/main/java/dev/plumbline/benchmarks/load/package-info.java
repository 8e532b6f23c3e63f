/** The load: applications of the shipped job, their facts and the scores that come in for them. */
@NullMarked
package dev.plumbline.benchmarks.load;

import org.jspecify.annotations.NullMarked;
