@NullMarked
package dev.plumbline.decision.persistence;

import org.jspecify.annotations.NullMarked;
