/** Identifiers made by the services. */
@NullMarked
package dev.plumbline.kit.ids;

import org.jspecify.annotations.NullMarked;
