/** What is read from other services' topics. */
@NullMarked
package dev.plumbline.interview.messaging;

import org.jspecify.annotations.NullMarked;
