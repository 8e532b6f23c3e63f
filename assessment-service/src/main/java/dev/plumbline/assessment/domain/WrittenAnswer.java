package dev.plumbline.assessment.domain;

import java.util.List;
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
        return marks.stream().anyMatch(given -> given.rater().equals(person));
    }
}
