/** Idempotency keys: a repeated creating request gets the first answer again. */
@NullMarked
package dev.plumbline.kit.idempotency;

import org.jspecify.annotations.NullMarked;
