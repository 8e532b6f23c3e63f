package dev.plumbline.decision.rest;

import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Which of several types of an answer a client wants most. */
public final class Accepted {
    private Accepted() {}

    /**
     * The type to answer with.
     *
     * @param accepted from the most wanted to the least; one of them fits, else the call would not have come here
     * @param offered the first one is what a client gets that does not mind
     */
    public static MediaType best(List<MediaType> accepted, List<MediaType> offered) {
        for (MediaType wanted : accepted) {
            for (MediaType type : offered) {
                if (wanted.isCompatible(type)) {
                    return type;
                }
            }
        }
        return offered.getFirst();
    }
}
