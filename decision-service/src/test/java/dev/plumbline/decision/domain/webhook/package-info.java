@NullMarked
package dev.plumbline.decision.domain.webhook;

import org.jspecify.annotations.NullMarked;
