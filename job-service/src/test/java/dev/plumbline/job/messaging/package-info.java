@NullMarked
package dev.plumbline.job.messaging;

import org.jspecify.annotations.NullMarked;
