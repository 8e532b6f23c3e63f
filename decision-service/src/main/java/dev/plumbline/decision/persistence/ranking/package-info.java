/** Rankings, read from the rows of applications and decisions. */
@NullMarked
package dev.plumbline.decision.persistence.ranking;

import org.jspecify.annotations.NullMarked;
