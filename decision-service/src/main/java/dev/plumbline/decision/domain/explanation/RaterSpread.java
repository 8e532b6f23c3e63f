package dev.plumbline.decision.domain.explanation;

import dev.plumbline.decision.domain.Figure;

/**
 * How far the raters of a question are apart.
 *
 * @param raters how many rated it, two or more
 * @param discuss whether they are two steps of the scale or more apart, and should talk about it
 */
public record RaterSpread(
        String question, String node, int raters, Figure lowest, Figure highest, Figure spread, boolean discuss) {}
