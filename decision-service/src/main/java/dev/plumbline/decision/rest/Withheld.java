package dev.plumbline.decision.rest;

/** Where an answer says how much of it is left out because the caller owes ratings, if its body has no place for that. */
public final class Withheld {
    /** A whole number. */
    public static final String HEADER = "Plumbline-Withheld";

    private Withheld() {}
}
