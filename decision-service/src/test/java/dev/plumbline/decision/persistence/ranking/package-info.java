@NullMarked
package dev.plumbline.decision.persistence.ranking;

import org.jspecify.annotations.NullMarked;
