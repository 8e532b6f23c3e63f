@NullMarked
package dev.plumbline.decision.domain.simulation;

import org.jspecify.annotations.NullMarked;
