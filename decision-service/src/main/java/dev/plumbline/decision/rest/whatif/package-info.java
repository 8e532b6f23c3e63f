/** What if: other evidence, another rubric. */
@NullMarked
package dev.plumbline.decision.rest.whatif;

import org.jspecify.annotations.NullMarked;
