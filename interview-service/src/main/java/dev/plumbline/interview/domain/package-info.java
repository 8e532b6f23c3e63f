/** Interviews, panels, forms, ratings and red flags as pure values: no clock, no store, no transport. */
@NullMarked
package dev.plumbline.interview.domain;

import org.jspecify.annotations.NullMarked;
