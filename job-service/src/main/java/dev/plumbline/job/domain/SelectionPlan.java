package dev.plumbline.job.domain;

import dev.plumbline.job.domain.RubricOutline.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How those who apply are measured: what a published version holds as one immutable whole.
 *
 * @param rubric the rubric's JSON text (decision semantics, section 2)
 * @param test the test the candidates take; null where every section's result comes from another system, or none does
 */
public record SelectionPlan(
        String rubric,
        List<InterviewQuestion> interviewQuestions,
        List<ScreeningCriterion> screeningCriteria,
        @Nullable TestReference test) {
    public SelectionPlan {
        interviewQuestions = List.copyOf(interviewQuestions);
        screeningCriteria = List.copyOf(screeningCriteria);
    }

    /** The same plan with another rubric. */
    public SelectionPlan withRubric(String other) {
        return new SelectionPlan(other, interviewQuestions, screeningCriteria, test);
    }

    /** What contradicts itself, by JSON pointer from the job's root; empty where nothing does. */
    public List<Finding> findings() {
        return findings(interviewQuestions, screeningCriteria);
    }

    /** The same of the parts that can contradict themselves. */
    public static List<Finding> findings(
            List<InterviewQuestion> interviewQuestions, List<ScreeningCriterion> screeningCriteria) {
        List<Finding> findings = new ArrayList<>(Finding.duplicates(
                "/interviewQuestions",
                interviewQuestions.stream().map(InterviewQuestion::id).toList()));
        findings.addAll(Finding.duplicates(
                "/screeningCriteria",
                screeningCriteria.stream().map(ScreeningCriterion::id).toList()));
        return findings;
    }

    /** The leaves that are rated by a question which the interview kit does not have. */
    public List<Use> unaskedQuestions(List<Use> questions) {
        Set<String> asked =
                interviewQuestions.stream().map(InterviewQuestion::id).collect(Collectors.toUnmodifiableSet());
        return questions.stream().filter(use -> !asked.contains(use.name())).toList();
    }
}
