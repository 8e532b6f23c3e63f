/** How fast a decision is read over HTTP, against a plain select. */
@NullMarked
package dev.plumbline.benchmarks.reads;

import org.jspecify.annotations.NullMarked;
