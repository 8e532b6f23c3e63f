@NullMarked
package dev.plumbline.decision;

import org.jspecify.annotations.NullMarked;
