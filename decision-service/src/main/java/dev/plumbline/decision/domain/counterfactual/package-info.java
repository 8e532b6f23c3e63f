/** What would change a decision: the smallest changes of evidence that alter it, and how easily it flips. Pure. */
@NullMarked
package dev.plumbline.decision.domain.counterfactual;

import org.jspecify.annotations.NullMarked;
