package dev.plumbline.decision.app;

/**
 * Tells two states of a decided application apart: its current decision is explained in the same words while its mark is
 * the same.
 *
 * @param number of the current decision, 1 or more
 * @param chainDigest of the current decision
 * @param factsDigest SHA-256 of all stored facts, also of those that changed no decision: an explanation names them
 * @param rubricDigest of the rubric version's content: an explanation has its names
 */
public record StateMark(int number, String chainDigest, String factsDigest, String rubricDigest) {}
