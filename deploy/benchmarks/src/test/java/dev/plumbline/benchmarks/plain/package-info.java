@NullMarked
package dev.plumbline.benchmarks.plain;

import org.jspecify.annotations.NullMarked;
