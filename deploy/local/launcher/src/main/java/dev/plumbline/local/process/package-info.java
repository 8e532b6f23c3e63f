/** Child processes that never outlive this one. */
@NullMarked
package dev.plumbline.local.process;

import org.jspecify.annotations.NullMarked;
