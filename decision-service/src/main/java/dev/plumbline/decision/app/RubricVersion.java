package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.CompiledRubric;

/**
 * A published rubric version, ready to decide.
 *
 * @param trigger the event that brought it: what leads to the decisions that waited for it, or that it reaches later
 */
public record RubricVersion(int version, CompiledRubric rubric, Trigger trigger) {}
