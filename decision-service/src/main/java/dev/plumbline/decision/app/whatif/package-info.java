/** Use cases that ask what if: other evidence, another rubric. Nothing is stored. */
@NullMarked
package dev.plumbline.decision.app.whatif;

import org.jspecify.annotations.NullMarked;
