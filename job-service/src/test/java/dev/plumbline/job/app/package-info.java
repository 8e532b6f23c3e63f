@NullMarked
package dev.plumbline.job.app;

import org.jspecify.annotations.NullMarked;
