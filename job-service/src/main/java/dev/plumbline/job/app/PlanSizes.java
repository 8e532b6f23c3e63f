package dev.plumbline.job.app;

import dev.plumbline.job.domain.SelectionPlan;

/** How large a plan is when it is told to others. */
@FunctionalInterface
public interface PlanSizes {
    /** Bytes of the plan as JSON in UTF-8. */
    long of(SelectionPlan plan);
}
