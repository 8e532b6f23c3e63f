package dev.plumbline.job.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a job is, as candidates read it. */
public record JobProfile(
        String title,
        Description description,
        @Nullable Organization organization,
        @Nullable Location location,
        @Nullable Employment employment,
        List<Responsibility> responsibilities,
        List<Statement> skills,
        List<Statement> qualifications,
        List<FrequentQuestion> faq) {
    public JobProfile {
        responsibilities = List.copyOf(responsibilities);
        skills = List.copyOf(skills);
        qualifications = List.copyOf(qualifications);
        faq = List.copyOf(faq);
    }

    /** What contradicts itself, by JSON pointer from the job's root; empty where nothing does. */
    public List<Finding> findings() {
        return findings(responsibilities, employment);
    }

    /** The same of the parts that can contradict themselves. */
    public static List<Finding> findings(List<Responsibility> responsibilities, @Nullable Employment employment) {
        List<Finding> findings = new ArrayList<>(Finding.duplicates(
                "/responsibilities",
                responsibilities.stream().map(Responsibility::id).toList()));
        if (employment != null && employment.salary() instanceof Salary salary) {
            if (salary.max() != null && salary.max().compareTo(salary.min()) < 0) {
                findings.add(new Finding("/employment/salary/max", "must not be below min"));
            }
        }
        return findings;
    }
}
