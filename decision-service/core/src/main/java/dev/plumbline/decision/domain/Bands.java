package dev.plumbline.decision.domain;

/**
 * The bands of the total: 0 <= failBelow <= strongAt <= 100.
 *
 * @param strongAt from here on the total is strong, in percent
 * @param failBelow below this it fails, in percent
 */
public record Bands(Figure strongAt, Figure failBelow) {

    /** @throws IllegalArgumentException unless 0 <= failBelow <= strongAt <= 100 */
    public Bands {
        if (!strongAt.isPercentage() || !failBelow.isPercentage() || failBelow.compareTo(strongAt) > 0) {
            throw new IllegalArgumentException("bands have 0 <= failBelow <= strongAt <= 100");
        }
    }
}
