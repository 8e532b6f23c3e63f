package dev.plumbline.interview.domain;

/**
 * One person's rating of one question: once per application, in however many interviews it is asked.
 *
 * @param question the question's id
 * @param rater who rates
 * @param mark what they say
 * @param revision 0 while it is a draft only its rater sees; then at least 1, one more with each published change
 */
public record Rating(String question, String rater, Mark mark, int revision) {

    /** A draft, not yet seen by anyone but its rater. */
    public static Rating draft(String question, String rater, Mark mark) {
        return new Rating(question, rater, mark, 0);
    }

    /** Whether it is this person's rating of this question. */
    public boolean isOf(String otherQuestion, String person) {
        return question.equals(otherQuestion) && rater.equals(person);
    }

    /** Whether it was handed in with a form. */
    public boolean isPublished() {
        return revision > 0;
    }

    /** Whether giving it this mark is a correction of something published, which needs a reason. */
    public boolean isCorrectedBy(Mark next) {
        return isPublished() && !mark.equals(next);
    }

    /** The same rating with another mark; a published one gets the next revision where its number differs. */
    public Rating with(Mark next) {
        boolean republished = isPublished() && !mark.sameRating(next);
        return new Rating(question, rater, next, republished ? revision + 1 : revision);
    }

    /** The draft, handed in. */
    public Rating published() {
        return isPublished() ? this : new Rating(question, rater, mark, 1);
    }
}
