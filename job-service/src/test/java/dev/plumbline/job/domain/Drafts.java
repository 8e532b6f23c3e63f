package dev.plumbline.job.domain;

import dev.plumbline.job.domain.RubricOutline.Use;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;

/** Parts of jobs to test with. */
final class Drafts {
    private Drafts() {}

    static Responsibility responsibility(String id) {
        return new Responsibility(id, "Title of " + id, "Text of " + id, List.of());
    }

    static InterviewQuestion question(String id) {
        return new InterviewQuestion(id, "STAR", "Title", "Question?", "", new TreeMap<>(), List.of());
    }

    static JobProfile profile(String... responsibilities) {
        return new JobProfile(
                "Receptionist",
                new Description("function", "focus", "scope"),
                null,
                null,
                null,
                List.of(responsibilities).stream().map(Drafts::responsibility).toList(),
                List.of(new Statement("typing", Origin.SOURCE)),
                List.of(),
                List.of());
    }

    static SelectionPlan plan(String... questions) {
        return new SelectionPlan(
                "{}", List.of(questions).stream().map(Drafts::question).toList(), List.of(), null);
    }

    static Template template() {
        return new Template(
                "receptionist",
                profile("phone", "desk"),
                plan("phone"),
                List.of(new Template.Variant("flat", "Flat", "{\"flat\": true}")),
                List.of());
    }

    static Job.Draft draft() {
        return new Job.Draft(profile("phone"), plan("phone"));
    }

    static RubricOutline outline(List<Use> sections, List<Use> counted) {
        return new RubricOutline(
                new RatingScale(BigDecimal.ONE, BigDecimal.TEN, "PROPORTIONAL"),
                sections,
                List.of(),
                counted,
                List.of());
    }
}
