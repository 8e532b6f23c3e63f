@NullMarked
package dev.plumbline.decision.domain.counterfactual;

import org.jspecify.annotations.NullMarked;
