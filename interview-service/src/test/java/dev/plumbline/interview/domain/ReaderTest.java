package dev.plumbline.interview.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blind rating: what others said is unseen until one's own form is handed in. */
class ReaderTest {
    private static final Interview FIRST = Interviews.of(List.of("ana", "ben"), List.of("q1", "q2"));
    private static final Interview SECOND = Interviews.of(List.of("ana", "cid"), List.of("q2", "q3"));
    private static final List<Rating> BENS = List.of(published("q1", "ben"), published("q2", "ben"));
    private static final List<Rating> CIDS = List.of(published("q2", "cid"), published("q3", "cid"));

    @Test
    void an_open_form_hides_what_others_said() {
        List<Rating> all = join(BENS, List.of(draft("q1", "ana"), draft("q2", "ana")));
        Reader ana = new Reader("ana", false, List.of(Form.of(FIRST, "ana", all, false)));

        assertThat(ana.visibleIn(FIRST, all)).extracting(Rating::rater).containsOnly("ana");
        assertThat(ana.owesNothing()).isFalse();
    }

    @Test
    void a_form_handed_in_opens_what_others_published_but_not_their_drafts() {
        List<Rating> anas = List.of(published("q1", "ana"), published("q2", "ana"));
        List<Rating> all = join(anas, List.of(published("q1", "ben"), draft("q2", "ben")));
        Reader ana = new Reader("ana", false, List.of(Form.of(FIRST, "ana", all, true)));

        assertThat(ana.visibleIn(FIRST, all)).containsExactly(anas.get(0), anas.get(1), published("q1", "ben"));
        assertThat(ana.owesNothing()).isTrue();
    }

    @Test
    void a_question_added_since_closes_them_again() {
        Interview longer =
                FIRST.replanned(Interviews.plan(List.of("ana", "ben"), List.of("q1", "q2", "q3")), Interviews.LATER);
        List<Rating> all = join(List.of(published("q1", "ana"), published("q2", "ana")), BENS, CIDS);
        Reader ana = new Reader("ana", false, List.of(Form.of(longer, "ana", all, true)));

        assertThat(ana.visibleIn(longer, all)).extracting(Rating::rater).containsOnly("ana");
    }

    @Test
    void a_form_handed_in_opens_its_own_interview_only() {
        List<Rating> all = join(List.of(published("q1", "ana"), published("q2", "ana")), BENS, CIDS);
        Reader ana =
                new Reader("ana", false, List.of(Form.of(FIRST, "ana", all, true), Form.of(SECOND, "ana", all, false)));

        assertThat(ana.visibleIn(FIRST, all)).contains(BENS.get(0), BENS.get(1), CIDS.get(0));
        assertThat(ana.visibleIn(SECOND, all)).extracting(Rating::rater).containsOnly("ana");
    }

    @Test
    void a_role_that_reads_all_sees_everything_published() {
        Reader recruiter = new Reader("rob", true, List.of());

        assertThat(recruiter.visibleIn(FIRST, join(BENS, List.of(draft("q1", "ana")))))
                .isEqualTo(BENS);
    }

    @Test
    void a_role_that_reads_all_does_not_get_around_an_own_open_form_anywhere_in_the_application() {
        Reader manager = new Reader("ana", true, List.of(Form.of(SECOND, "ana", CIDS, false)));

        assertThat(manager.visibleIn(FIRST, BENS)).isEmpty();
        assertThat(manager.visibleIn(SECOND, CIDS)).isEmpty();
    }

    @Test
    void a_cancelled_interview_is_no_open_form_but_opens_nothing_either() {
        Form cancelled = Form.of(FIRST.cancelled(Interviews.LATER), "ana", BENS, false);

        assertThat(new Reader("ana", true, List.of(cancelled)).visibleIn(FIRST, BENS))
                .isEqualTo(BENS);
        assertThat(new Reader("ana", false, List.of(cancelled)).visibleIn(FIRST, BENS))
                .isEmpty();
        assertThat(new Reader("ana", false, List.of(cancelled)).isOnAPanel()).isFalse();
    }

    @Test
    void ratings_of_questions_that_the_interview_does_not_ask_are_not_in_it() {
        assertThat(new Reader("rob", true, List.of()).visibleIn(FIRST, CIDS)).containsExactly(CIDS.get(0));
    }

    @Test
    void a_reader_is_swayed_by_others_ratings_of_what_they_have_handed_in_no_rating_of() {
        Reader ana = new Reader("ana", true, List.of());

        assertThat(ana.swayedBy(join(BENS, CIDS, List.of(draft("q1", "ana"), published("q2", "ana")))))
                .containsExactly(Judgement.ofQuestion("q1"), Judgement.ofQuestion("q3"));
        assertThat(ana.swayedBy(List.of(published("q1", "ana"), draft("q2", "ana"))))
                .isEmpty();
    }

    @Test
    void a_form_knows_what_is_missing_and_what_handing_it_in_publishes() {
        Form form = Form.of(FIRST, "ana", join(List.of(draft("q2", "ana")), BENS), false);

        assertThat(form.missing()).containsExactly("q1");
        assertThat(form.drafts()).containsExactly(draft("q2", "ana"));
        assertThat(form.isDone()).isFalse();
        assertThat(form.isOpen()).isTrue();
    }

    @SafeVarargs
    private static List<Rating> join(List<Rating>... parts) {
        return List.of(parts).stream().flatMap(List::stream).toList();
    }

    private static Rating draft(String question, String rater) {
        return Rating.draft(question, rater, new Mark(BigDecimal.valueOf(3), null));
    }

    private static Rating published(String question, String rater) {
        return draft(question, rater).published();
    }
}
