@NullMarked
package dev.plumbline.decision.messaging.stream;

import org.jspecify.annotations.NullMarked;
