/** Tests, sessions, answers and scoring: records and pure functions, no clock and no I/O. */
@NullMarked
package dev.plumbline.assessment.domain;

import org.jspecify.annotations.NullMarked;
