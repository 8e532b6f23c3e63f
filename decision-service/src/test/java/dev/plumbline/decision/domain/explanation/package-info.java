@NullMarked
package dev.plumbline.decision.domain.explanation;

import org.jspecify.annotations.NullMarked;
