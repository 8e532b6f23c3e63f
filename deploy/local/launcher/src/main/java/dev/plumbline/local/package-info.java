/** The command {@code deploy/local/up}: the whole platform on one machine. */
@NullMarked
package dev.plumbline.local;

import org.jspecify.annotations.NullMarked;
