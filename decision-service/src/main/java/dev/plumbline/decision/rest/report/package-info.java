/** Reports over HTTP. */
@NullMarked
package dev.plumbline.decision.rest.report;

import org.jspecify.annotations.NullMarked;
