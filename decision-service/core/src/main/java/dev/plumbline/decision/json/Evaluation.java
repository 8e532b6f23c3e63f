package dev.plumbline.decision.json;

import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.Rubric;

/** What is asked to be decided: the body of {@code POST /v1/evaluations}. */
public record Evaluation(Rubric rubric, Evidence evidence) {}
