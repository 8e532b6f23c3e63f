package dev.plumbline.decision.rest.streaming;

import java.io.IOException;

/** The client has gone, or was cut off because it does not read. */
public final class ClientGone extends IOException {
    private static final long serialVersionUID = 1L;

    ClientGone(String message) {
        super(message);
    }
}
