package dev.plumbline.job.app;

import dev.plumbline.job.domain.PlanTailoring;
import dev.plumbline.job.domain.ProfileTailoring;

/** How a job differs from the template it is made from. */
public record Tailoring(ProfileTailoring profile, PlanTailoring plan) {}
