package dev.plumbline.decision.app;

import java.nio.ByteBuffer;

/**
 * Tells two states of a decided application apart: its current decision is explained in the same words while its mark is
 * the same.
 *
 * @param number of the current decision, 1 or more
 * @param digests three of 32 bytes each, one behind the other: the current decision's chain digest; SHA-256 of all stored
 *     facts, also of those that changed no decision, for an explanation names them; that of the rubric version's content,
 *     for an explanation has its names
 */
public record StateMark(int number, ByteBuffer digests) {}
