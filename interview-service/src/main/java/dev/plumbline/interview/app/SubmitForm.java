package dev.plumbline.interview.app;

import dev.plumbline.interview.domain.Form;
import dev.plumbline.interview.domain.Interview;
import dev.plumbline.interview.domain.Rating;
import dev.plumbline.interview.events.InterviewFacts;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Hands a panel member's form in. */
@ApplicationScoped
public class SubmitForm {
    private final ApplicationFiles files;
    private final Interviews interviews;
    private final Ratings ratings;
    private final InterviewFacts facts;
    private final Clock clock;

    SubmitForm(ApplicationFiles files, Interviews interviews, Ratings ratings, InterviewFacts facts, Clock clock) {
        this.files = files;
        this.interviews = interviews;
        this.ratings = ratings;
        this.facts = facts;
        this.clock = clock;
    }

    /** Hands the caller's form in: its ratings are published, in the order the questions are asked. */
    @Transactional
    public Form submit(UUID id, String rater) {
        Interview interview = files.seatedIn(id, rater);
        UUID application = interview.applicationId();
        Form form = formOf(interview, rater);
        if (!form.missing().isEmpty()) {
            throw new ProblemException(new InterviewError.FormIncomplete(form.missing()));
        }
        if (form.isDone()) {
            return form;
        }
        for (Rating draft : form.drafts()) {
            Rating published = draft.published();
            ratings.save(application, published, Timestamps.now(clock));
            facts.rated(application, published);
        }
        interviews.submit(id, rater, Timestamps.now(clock));
        return formOf(interview, rater);
    }

    private Form formOf(Interview interview, String rater) {
        return files.formsOf(rater, List.of(interview), ratings.of(interview.applicationId()))
                .getFirst();
    }
}
