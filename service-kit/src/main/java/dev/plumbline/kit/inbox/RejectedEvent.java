package dev.plumbline.kit.inbox;

/** An event that can never be used, however often it comes: it goes to the dead letters with this reason. */
public final class RejectedEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason what is wrong with it and where; no personal data, no content of the event */
    public RejectedEvent(String reason) {
        super(reason, null, false, false);
    }

    /** What is wrong with it. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
