@NullMarked
package dev.plumbline.interview.messaging;

import org.jspecify.annotations.NullMarked;
