/** Signed certificates of decisions, and the keys that they are signed with. */
@NullMarked
package dev.plumbline.decision.app.certificate;

import org.jspecify.annotations.NullMarked;
