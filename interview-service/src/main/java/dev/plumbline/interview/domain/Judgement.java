package dev.plumbline.interview.domain;

/**
 * Something about a candidate on which several people give their word, each blind to the others'.
 *
 * @param kind what kind of thing
 * @param subject the question's or the gate's id
 */
public record Judgement(Kind kind, String subject) {
    /** What is judged. */
    public enum Kind {
        /** An interview question, by ratings. */
        QUESTION,
        /** A baseline, by attestations. */
        GATE
    }

    /** The ratings of a question. */
    public static Judgement ofQuestion(String question) {
        return new Judgement(Kind.QUESTION, question);
    }

    /** The attestations of a gate. */
    public static Judgement ofGate(String gate) {
        return new Judgement(Kind.GATE, gate);
    }
}
