/** Why a decision is what it is, in figures and sentences. Pure, like the decision itself. */
@NullMarked
package dev.plumbline.decision.domain.explanation;

import org.jspecify.annotations.NullMarked;
