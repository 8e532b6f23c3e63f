package dev.plumbline.job.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On what terms.
 *
 * @param workHours such as "40 hours a week, Monday to Friday"
 * @param startsOn the first day of work
 * @param applyBy the last day on which the posting is valid
 */
public record Employment(
        List<Type> types,
        @Nullable String workHours,
        @Nullable Salary salary,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate applyBy) {
    public Employment {
        types = List.copyOf(types);
    }

    /** The kinds of employment that schema.org and job boards know. */
    public enum Type {
        FULL_TIME,
        PART_TIME,
        CONTRACTOR,
        TEMPORARY,
        INTERN,
        VOLUNTEER,
        PER_DIEM,
        OTHER
    }
}
