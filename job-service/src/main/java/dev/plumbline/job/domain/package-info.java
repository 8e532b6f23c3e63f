/** Jobs, their published versions and applications to them: what they are and how they may change. No clock, no I/O. */
@NullMarked
package dev.plumbline.job.domain;

import org.jspecify.annotations.NullMarked;
