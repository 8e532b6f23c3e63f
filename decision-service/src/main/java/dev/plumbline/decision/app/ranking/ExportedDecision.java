package dev.plumbline.decision.app.ranking;

/**
 * A decision in an export.
 *
 * @param rank its place among all of the job's, from 1; equal totals share theirs, and the next one is left free
 */
public record ExportedDecision(long rank, RankedDecision decision) {}
