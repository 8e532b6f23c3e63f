/** The whole platform as processes, what its people do, and the ledger that its client keeps. */
@NullMarked
package dev.plumbline.e2e;

import org.jspecify.annotations.NullMarked;
