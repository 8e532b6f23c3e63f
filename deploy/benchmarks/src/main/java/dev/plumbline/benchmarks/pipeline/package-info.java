/** The pipeline under test: the decision-service as a process, fed and watched through Kafka. */
@NullMarked
package dev.plumbline.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
