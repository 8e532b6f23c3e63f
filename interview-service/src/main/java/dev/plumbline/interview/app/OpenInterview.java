package dev.plumbline.interview.app;

import dev.plumbline.interview.domain.Application;
import dev.plumbline.interview.domain.Correction;
import dev.plumbline.interview.domain.Form;
import dev.plumbline.interview.domain.Interview;
import dev.plumbline.interview.domain.InterviewQuestion;
import dev.plumbline.interview.domain.JobVersion;
import dev.plumbline.interview.domain.JobVersions;
import dev.plumbline.interview.domain.Rating;
import dev.plumbline.interview.domain.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Shows an interview to those for whom it exists, and ratings to those who can no longer be swayed by them. */
@ApplicationScoped
public class OpenInterview {
    private final ApplicationFiles files;
    private final Applications applications;
    private final Interviews interviews;
    private final Ratings ratings;
    private final OthersSeen othersSeen;

    OpenInterview(
            ApplicationFiles files,
            Applications applications,
            Interviews interviews,
            Ratings ratings,
            OthersSeen othersSeen) {
        this.files = files;
        this.applications = applications;
        this.interviews = interviews;
        this.ratings = ratings;
        this.othersSeen = othersSeen;
    }

    /**
     * An interview with all that its panel needs to hold it, and what its reader may see of what was said.
     *
     * @param interview the interview
     * @param rubric the version it is rated under
     * @param questions its questions as published, in the order they are asked
     * @param forms the panel members' forms; of others' only whether they are done may be shown
     * @param ratings the ratings the reader may see
     * @param corrections the corrections of those
     */
    public record Kit(
            Interview interview,
            JobVersion rubric,
            List<InterviewQuestion> questions,
            List<Form> forms,
            List<Rating> ratings,
            List<Correction> corrections) {}

    /**
     * The interview's kit; what its reader is shown of questions they have not rated is put on record (ADR 56).
     *
     * @param isShown whether anybody will see it: the answer to a HEAD request shows nobody anything
     */
    @Transactional
    public Kit kit(UUID id, String person, boolean readsAll, boolean isShown) {
        UUID about = interviews.applicationOf(id).orElseThrow(ApplicationFiles.noInterview(id));
        // Who reads by role may be about to be put on a panel: not while they are shown what its others said.
        Application application = readsAll ? files.locked(about) : files.toRead(about);
        Interview interview = visible(id, person, readsAll);
        JobVersions versions = applications.versionsOf(application.jobId());
        JobVersion rubric = files.rubricOf(application, versions);
        // The reader's forms before the ratings: what is handed in between is not yet to be seen.
        Reader reader = files.reader(application.id(), person, readsAll);
        List<Rating> all = ratings.of(application.id());
        List<Rating> visible = reader.visibleIn(interview, all);
        if (readsAll && isShown) {
            othersSeen.add(application.id(), person, reader.swayedBy(visible));
        }
        return new Kit(
                interview,
                rubric,
                interview.plan().questions().stream()
                        .map(question -> versions.question(question, rubric))
                        .toList(),
                formsOf(interview, all),
                visible,
                correctionsOf(application.id(), visible));
    }

    /** The interview with the job's title, as it goes into a calendar. */
    @Transactional
    public Invitation invitation(UUID id, String person, boolean readsAll) {
        Interview interview = visible(id, person, readsAll);
        return new Invitation(
                interview,
                files.rubricOf(files.toRead(interview.applicationId())).title());
    }

    /**
     * What goes into a calendar.
     *
     * @param interview the interview
     * @param jobTitle the title of the job it is for
     */
    public record Invitation(Interview interview, String jobTitle) {}

    private Interview visible(UUID id, String person, boolean readsAll) {
        return interviews
                .find(id)
                .filter(interview -> readsAll || interview.seats(person))
                .orElseThrow(ApplicationFiles.noInterview(id));
    }

    private List<Form> formsOf(Interview interview, List<Rating> all) {
        Map<UUID, Set<String>> submissions = interviews.submissions(List.of(interview.id()));
        Set<String> submitted = submissions.getOrDefault(interview.id(), Set.of());
        return interview.plan().panel().stream()
                .map(rater -> Form.of(interview, rater, all, submitted.contains(rater)))
                .toList();
    }

    private List<Correction> correctionsOf(UUID application, List<Rating> visible) {
        return ratings.correctionsOf(application).stream()
                .filter(c -> visible.stream()
                        .anyMatch(r ->
                                r.question().equals(c.question()) && r.rater().equals(c.rater())))
                .toList();
    }
}
