package dev.plumbline.local.sample;

import dev.plumbline.local.LocalFailure;

/** Things are not as the story tells: a call was refused, or the decision does not become what it should. */
final class Deviation extends LocalFailure {
    private static final long serialVersionUID = 1L;

    Deviation(String message) {
        super(message);
    }
}
