@NullMarked
package dev.plumbline.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
