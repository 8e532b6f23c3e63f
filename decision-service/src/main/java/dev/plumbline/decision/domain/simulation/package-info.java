/** What a draft rubric would have made of past applications. Pure. */
@NullMarked
package dev.plumbline.decision.domain.simulation;

import org.jspecify.annotations.NullMarked;
