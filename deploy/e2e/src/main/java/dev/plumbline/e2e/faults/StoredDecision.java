package dev.plumbline.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A current decision as the decision-service has stored it.
 *
 * @param number of the decision
 * @param rows of the history, and {@code lowest} the first of their numbers
 * @param outcome section 7 of the decision semantics
 * @param content its content digest
 * @param publishedChain chain digest of the last one that was published
 */
record StoredDecision(
        long number,
        long rows,
        long lowest,
        JsonNode outcome,
        String recommendation,
        String content,
        String publishedChain) {}
