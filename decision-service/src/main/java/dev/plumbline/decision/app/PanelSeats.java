package dev.plumbline.decision.app;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who is on a panel of which application and still owes it a rating: what the applications' facts say, put down by person
 * in the transaction that stores them, so that whoever can read a decision can read who may not see it yet (ADR 0071).
 */
public interface PanelSeats {

    /**
     * Puts down who owes a rating of these applications, in the place of who did. The current transaction has locked their
     * rows.
     */
    void put(Map<UUID, Set<String>> owing);

    /** The applications that each of these persons owes a rating of; nothing for a person who owes none. */
    Map<String, Set<UUID>> owedBy(Collection<String> persons);
}
