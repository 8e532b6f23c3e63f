@NullMarked
package dev.plumbline.decision.app.webhook;

import org.jspecify.annotations.NullMarked;
