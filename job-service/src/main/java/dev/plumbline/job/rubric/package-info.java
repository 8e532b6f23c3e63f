/** The rubric language, from the decision core: one copy of the rules, for the service that keeps rubrics too. */
@NullMarked
package dev.plumbline.job.rubric;

import org.jspecify.annotations.NullMarked;
