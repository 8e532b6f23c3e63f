/**
 * The pure core: what a rubric and evidence are, and the function that turns them into a decision. No clock, no
 * randomness, no I/O; nothing but {@code java.*} and exact fractions is imported.
 */
@NullMarked
package dev.plumbline.decision.domain;

import org.jspecify.annotations.NullMarked;
