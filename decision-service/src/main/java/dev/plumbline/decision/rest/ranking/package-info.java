/** A job's ranking over HTTP: pages of JSON, exports as CSV and as lines of JSON. */
@NullMarked
package dev.plumbline.decision.rest.ranking;

import org.jspecify.annotations.NullMarked;
