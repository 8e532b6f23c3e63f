/** The current decisions of a job's applications as they rank: by pages, and whole. */
@NullMarked
package dev.plumbline.decision.app.ranking;

import org.jspecify.annotations.NullMarked;
