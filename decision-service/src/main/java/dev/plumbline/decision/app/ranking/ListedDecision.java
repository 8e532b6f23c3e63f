package dev.plumbline.decision.app.ranking;

/** A decision in a page, and where the list goes on after it. */
public record ListedDecision(RankedPlace place, RankedDecision decision) {}
