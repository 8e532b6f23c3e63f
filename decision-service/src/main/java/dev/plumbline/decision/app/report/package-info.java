/** Reports on how people decide, for auditors. */
@NullMarked
package dev.plumbline.decision.app.report;

import org.jspecify.annotations.NullMarked;
