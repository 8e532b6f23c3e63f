package dev.plumbline.verify;

/** Why nothing can be said of a certificate: its message is for whoever called. */
final class Unverifiable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unverifiable(String message) {
        super(message);
    }
}
