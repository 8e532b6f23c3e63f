@NullMarked
package dev.plumbline.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
