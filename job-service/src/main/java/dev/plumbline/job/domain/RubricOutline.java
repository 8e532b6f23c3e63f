package dev.plumbline.job.domain;

import java.util.List;

/**
 * What a job needs to know of a rubric; the rubric itself is kept as its JSON text.
 *
 * @param sections the sections that the leaves take their scores from
 * @param questions the interview questions that the leaves take their ratings from
 * @param countedSections the sections whose right answers a MIN_RIGHT gate counts
 * @param screened the criteria that SCREENING gates ask by
 */
public record RubricOutline(
        RatingScale ratingScale,
        List<Use> sections,
        List<Use> questions,
        List<Use> countedSections,
        List<Use> screened) {
    public RubricOutline {
        sections = List.copyOf(sections);
        questions = List.copyOf(questions);
        countedSections = List.copyOf(countedSections);
        screened = List.copyOf(screened);
    }

    /**
     * A place of the rubric that names something outside it.
     *
     * @param name the section or question
     * @param pointer a JSON pointer from the rubric's root to the name
     */
    public record Use(String name, String pointer) {}
}
