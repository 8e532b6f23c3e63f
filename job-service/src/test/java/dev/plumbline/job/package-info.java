@NullMarked
package dev.plumbline.job;

import org.jspecify.annotations.NullMarked;
