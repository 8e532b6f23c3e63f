/** The command {@code deploy/benchmarks/run}: what is measured, and how it is told. */
@NullMarked
package dev.plumbline.benchmarks;

import org.jspecify.annotations.NullMarked;
