package dev.plumbline.assessment.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A written answer that people rate.
 *
 * @param id says nothing of whose it is or when it was written
 */
public record WrittenAnswer(UUID id, UUID applicationId, UUID session, String section, String item, List<Marks> marks) {

    public WrittenAnswer {
        marks = List.copyOf(marks);
    }

    public boolean isRatedBy(String person) {
        return marksOf(person).isPresent();
    }

    /** The marks that this person gave. */
    public Optional<Marks> marksOf(String person) {
        return marks.stream().filter(given -> given.rater().equals(person)).findFirst();
    }
}
