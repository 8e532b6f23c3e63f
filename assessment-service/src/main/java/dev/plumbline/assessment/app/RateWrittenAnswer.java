package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.Item;
import dev.plumbline.assessment.domain.Marks;
import dev.plumbline.assessment.domain.MarksChange;
import dev.plumbline.assessment.domain.Session;
import dev.plumbline.assessment.domain.WrittenAnswer;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Takes one rater's marks for a written answer. With the last rater that it needs, and with every later change of
 * somebody's marks, its section is scored and published anew.
 */
@ApplicationScoped
public class RateWrittenAnswer {

    private final Applications applications;
    private final WrittenAnswers writtenAnswers;
    private final WrittenAnswerTexts texts;
    private final Sessions sessions;
    private final SectionResults results;
    private final SessionScores scores;
    private final Clock clock;

    RateWrittenAnswer(
            Applications applications,
            WrittenAnswers writtenAnswers,
            WrittenAnswerTexts texts,
            Sessions sessions,
            SectionResults results,
            SessionScores scores,
            Clock clock) {
        this.applications = applications;
        this.writtenAnswers = writtenAnswers;
        this.texts = texts;
        this.sessions = sessions;
        this.results = results;
        this.scores = scores;
        this.clock = clock;
    }

    /** @throws ProblemException 404; 422; 409 when it is rated by enough others, erased, or counts no more */
    @Transactional
    public WrittenAnswerTexts.Reading rate(UUID id, String rater, Map<String, Integer> ratings) {
        writtenAnswers.applicationOf(id).ifPresent(applications::hold);
        WrittenAnswer answer = writtenAnswers
                .writtenAnswer(id)
                .orElseThrow(() -> new ProblemException(new KitError.NotFound("written answer", id.toString())));
        WrittenAnswerTexts.Reading reading = texts.read(answer);
        check(reading.item(), ratings);
        refuseUnlessOpenTo(rater, answer, reading);
        put(answer, new Marks(rater, ratings));
        Session session = sessions.session(answer.session()).orElseThrow();
        scores.rescore(session, answer.section());
        return texts.read(writtenAnswers.writtenAnswer(id).orElseThrow());
    }

    private void put(WrittenAnswer answer, Marks marks) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        answer.marksOf(marks.rater())
                .filter(before -> !before.equals(marks))
                .ifPresent(before -> writtenAnswers.addChange(answer.id(), new MarksChange(before, marks, now)));
        writtenAnswers.putMarks(answer.id(), marks, now);
    }

    private void refuseUnlessOpenTo(String rater, WrittenAnswer answer, WrittenAnswerTexts.Reading reading) {
        if (!answer.isRatedBy(rater) && answer.marks().size() >= reading.item().raters()) {
            throw new ProblemException(new AssessmentError.FullyRated(answer.id()));
        }
        if (reading.isErased()) {
            throw new ProblemException(new AssessmentError.AnswerErased(answer.id()));
        }
        boolean counts = results.result(answer.applicationId(), answer.section())
                .filter(result -> answer.session().equals(result.session()))
                .isPresent();
        if (!counts) {
            throw new ProblemException(new AssessmentError.AnswerSuperseded(answer.id()));
        }
    }

    private static void check(Item.Written item, Map<String, Integer> ratings) {
        List<Fault> faults = new ArrayList<>();
        List<String> criteria = item.criteria().stream().map(Item.Criterion::id).toList();
        for (String criterion : criteria) {
            if (!ratings.containsKey(criterion)) {
                faults.add(new Fault("/ratings/" + criterion, "is required"));
            }
        }
        ratings.forEach((criterion, mark) -> {
            String pointer = "/ratings/" + criterion.replace("~", "~0").replace("/", "~1");
            if (!criteria.contains(criterion)) {
                faults.add(new Fault(pointer, "is no criterion of this item"));
            } else if (mark < Marks.LOWEST || mark > Marks.HIGHEST) {
                faults.add(new Fault(pointer, "must be from " + Marks.LOWEST + " to " + Marks.HIGHEST));
            }
        });
        if (!faults.isEmpty()) {
            throw new ProblemException(new KitError.InvalidContent(faults));
        }
    }
}
