/** The decision core alone, measured by JMH. */
@NullMarked
package dev.plumbline.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
