package dev.plumbline.decision.domain.explanation;

import java.util.List;

/**
 * A line of the must-have checklist.
 *
 * @param gates the gates that decide it; where none looks at the node, the rubric's {@code failBelow} does
 */
public record MustHave(String node, String name, Status status, List<String> gates) {
    public MustHave {
        gates = List.copyOf(gates);
    }

    /** Whether the must-have is there. */
    public enum Status {
        MET,
        NOT_MET,
        OPEN,
        /** The node is waived. */
        WAIVED
    }
}
