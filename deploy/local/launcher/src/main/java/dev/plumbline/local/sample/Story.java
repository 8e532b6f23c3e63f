package dev.plumbline.local.sample;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A candidate of the sample.
 *
 * @param externalId as an applicant tracking system would name the application; without any personal data
 * @param name made up
 * @param about what the story shows
 * @param onSite whether the screening's "can work on site" is met; the other criteria always are
 * @param steps what happens, in order, after the application
 */
public record Story(String externalId, String name, String about, boolean onSite, List<Step> steps) {
    /** Keeps its own copy. */
    public Story {
        steps = List.copyOf(steps);
    }

    /** The recommendation at the end, if the story tells one. */
    Optional<String> outcome() {
        return steps.stream()
                .flatMap(step ->
                        step instanceof Step.Decided decided ? Stream.of(decided.recommendation()) : Stream.empty())
                .reduce((before, last) -> last);
    }

    String email() {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
    }
}
