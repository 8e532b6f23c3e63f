@NullMarked
package dev.plumbline.decision.messaging;

import org.jspecify.annotations.NullMarked;
