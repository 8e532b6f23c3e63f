package dev.plumbline.decision.certificate;

import org.jspecify.annotations.Nullable;

/**
 * Something in a certificate that is not as it must be.
 *
 * @param pointer where, from the root of the certificate's file (RFC 6901)
 * @param decision the number of the decision that it concerns; {@code null} where it is none in particular
 */
public record Discrepancy(String pointer, @Nullable Integer decision, String message) {}
