@NullMarked
package dev.plumbline.decision.app.whatif;

import org.jspecify.annotations.NullMarked;
