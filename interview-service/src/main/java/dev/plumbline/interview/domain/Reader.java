package dev.plumbline.interview.domain;

import java.util.Collection;
import java.util.List;

/**
 * Who looks at an application's interviews, and what blind rating lets them see: nobody's judgement may be coloured by
 * another's, so others' ratings stay unseen until one's own form is handed in.
 *
 * @param person the reader's id
 * @param readsAll whether the reader's role may read every interview (recruiter, hiring manager, auditor)
 * @param forms the reader's own forms, one for each of the application's interviews whose panel seats the reader
 */
public record Reader(String person, boolean readsAll, List<Form> forms) {
    public Reader {
        forms = List.copyOf(forms);
    }

    /** Whether the reader owes no form of the application any more. */
    public boolean owesNothing() {
        return forms.stream().noneMatch(Form::isOpen);
    }

    /** Whether the reader sits on the panel of an interview of the application that is not cancelled. */
    public boolean isOnAPanel() {
        return forms.stream().anyMatch(form -> !form.interview().isCancelled());
    }

    /**
     * Whether the reader may see what others said in this interview: after handing in the own form of it; without one,
     * by role, if the reader owes no other form of the application.
     */
    public boolean seesOthersIn(Interview interview) {
        boolean handedIn =
                forms.stream().anyMatch(form -> form.interview().id().equals(interview.id()) && form.isDone());
        return handedIn || seesOthersByRole();
    }

    /** Whether the reader may see what others said anywhere about the application. */
    public boolean seesOthersByRole() {
        return readsAll && owesNothing();
    }

    /**
     * The ratings of an interview's questions that the reader may see: the reader's own with their drafts, and what
     * others published.
     */
    public List<Rating> visibleIn(Interview interview, Collection<Rating> ratings) {
        boolean others = seesOthersIn(interview);
        return ratings.stream()
                .filter(rating -> interview.asks(rating.question()))
                .filter(rating -> rating.rater().equals(person) || (others && rating.isPublished()))
                .toList();
    }

    /** The questions that others' ratings among these are of, and the reader has handed in no rating of. */
    public List<Judgement> swayedBy(Collection<Rating> shown) {
        return shown.stream()
                .filter(rating -> !rating.rater().equals(person))
                .map(Rating::question)
                .distinct()
                .filter(question -> shown.stream().noneMatch(own -> own.isOf(question, person) && own.isPublished()))
                .map(Judgement::ofQuestion)
                .toList();
    }
}
