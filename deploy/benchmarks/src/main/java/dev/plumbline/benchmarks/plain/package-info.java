/** What the pipeline is compared with: the same transaction in plain SQL, on the same tables. */
@NullMarked
package dev.plumbline.benchmarks.plain;

import org.jspecify.annotations.NullMarked;
