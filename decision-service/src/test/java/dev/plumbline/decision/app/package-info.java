@NullMarked
package dev.plumbline.decision.app;

import org.jspecify.annotations.NullMarked;
