package dev.plumbline.interview.app;

import dev.plumbline.interview.domain.Application;
import dev.plumbline.interview.domain.Interview;
import dev.plumbline.interview.domain.JobVersion;
import dev.plumbline.interview.domain.Judgement;
import dev.plumbline.interview.domain.Plan;
import dev.plumbline.interview.domain.QuestionPanel;
import dev.plumbline.interview.domain.Rating;
import dev.plumbline.interview.events.InterviewFacts;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** What setting up, changing and cancelling an interview have in common. */
@ApplicationScoped
public class Panels {
    private final ApplicationFiles files;
    private final Interviews interviews;
    private final Ratings ratings;
    private final OthersSeen othersSeen;
    private final InterviewFacts facts;

    Panels(
            ApplicationFiles files,
            Interviews interviews,
            Ratings ratings,
            OthersSeen othersSeen,
            InterviewFacts facts) {
        this.files = files;
        this.interviews = interviews;
        this.ratings = ratings;
        this.othersSeen = othersSeen;
        this.facts = facts;
    }

    /** Stores an interview and tells who is expected to rate each question whose panel becomes another by it. */
    void store(Interview interview) {
        UUID application = interview.applicationId();
        interviews.save(interview);
        List<QuestionPanel> changed =
                QuestionPanel.changed(interviews.panelsOf(application), interviews.of(application));
        interviews.savePanels(application, changed);
        facts.panels(application, changed);
    }

    /** The application whose interview this is. */
    UUID applicationOf(UUID interview) {
        return interviews.applicationOf(interview).orElseThrow(ApplicationFiles.noInterview(interview));
    }

    /** The interview; its application has to be locked. */
    Interview current(UUID id) {
        return interviews.find(id).orElseThrow(ApplicationFiles.noInterview(id));
    }

    /** 409 where it was called off. */
    static void requireScheduled(Interview interview) {
        if (interview.isCancelled()) {
            throw new ProblemException(new InterviewError.InterviewCancelled(interview.id()));
        }
    }

    /** 409 where the application is withdrawn. */
    static void requireNotWithdrawn(Application application) {
        if (application.withdrawn()) {
            throw new ProblemException(new InterviewError.ApplicationWithdrawn(application.id()));
        }
    }

    /**
     * 409 where the plan has somebody rate a question whose ratings by others they were shown before they handed in their
     * own: nobody's judgement may be coloured by another's. The application has to be locked.
     */
    void requireUnswayed(UUID application, Plan plan) {
        List<Rating> given =
                ratings.of(application).stream().filter(Rating::isPublished).toList();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < plan.panel().size(); i++) {
            String person = plan.panel().get(i);
            Set<Judgement> seen = othersSeen.by(application, person);
            List<String> swayed = plan.questions().stream()
                    .filter(question -> seen.contains(Judgement.ofQuestion(question)))
                    .filter(question -> given.stream().noneMatch(rating -> rating.isOf(question, person)))
                    .toList();
            if (!swayed.isEmpty()) {
                faults.add(new Fault("/panel/" + i, "has read others' ratings of " + String.join(", ", swayed)));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(new InterviewError.OthersSeenFirst(
                    "Who has read others' ratings of a question of this candidate rates it no more: seat somebody else.",
                    faults));
        }
    }

    /**
     * 422 where the plan asks what is no question of the version the application is judged under.
     *
     * @param askedAlready questions that may stay, whatever newer versions have
     */
    void requireInRubric(Plan plan, Application application, Predicate<String> askedAlready) {
        JobVersion rubric = files.rubricOf(application);
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < plan.questions().size(); i++) {
            String question = plan.questions().get(i);
            if (!askedAlready.test(question) && rubric.question(question).isEmpty()) {
                faults.add(new Fault("/questions/" + i, "is no question of the job's version " + rubric.version()));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(new KitError.InvalidContent(faults));
        }
    }
}
