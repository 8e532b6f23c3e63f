/** Certificates and the keys they are verified with, over HTTP. */
@NullMarked
package dev.plumbline.decision.rest.certificate;

import org.jspecify.annotations.NullMarked;
