@NullMarked
package dev.plumbline.decision.app.stream;

import org.jspecify.annotations.NullMarked;
