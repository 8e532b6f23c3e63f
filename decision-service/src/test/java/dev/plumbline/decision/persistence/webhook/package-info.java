@NullMarked
package dev.plumbline.decision.persistence.webhook;

import org.jspecify.annotations.NullMarked;
