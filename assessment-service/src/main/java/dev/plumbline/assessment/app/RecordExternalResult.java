package dev.plumbline.assessment.app;

import dev.plumbline.assessment.domain.Application;
import dev.plumbline.assessment.domain.Figures;
import dev.plumbline.assessment.domain.JobVersion;
import dev.plumbline.assessment.domain.Questions;
import dev.plumbline.assessment.domain.SectionResult;
import dev.plumbline.assessment.domain.Session;
import dev.plumbline.kit.problem.Fault;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes a section's result from another system, and takes it back. It replaces whatever the section had, and is
 * published at once even when the application was not heard of yet: facts that come first are kept by who uses them.
 */
@ApplicationScoped
public class RecordExternalResult {

    private final Applications applications;
    private final Jobs jobs;
    private final Sessions sessions;
    private final SectionResults results;
    private final SessionScores scores;
    private final SectionLedger ledger;

    RecordExternalResult(
            Applications applications,
            Jobs jobs,
            Sessions sessions,
            SectionResults results,
            SessionScores scores,
            SectionLedger ledger) {
        this.applications = applications;
        this.jobs = jobs;
        this.sessions = sessions;
        this.results = results;
        this.scores = scores;
        this.ledger = ledger;
    }

    /**
     * What became of it.
     *
     * @param held whether the application is not known here yet, so that nothing could be checked against its rubric
     */
    public record Recorded(SectionResult result, boolean held) {}

    /** @throws ProblemException 422 when a gate counts the section's questions and there are none */
    @Transactional
    public Recorded record(UUID applicationId, String section, Figures figures, @Nullable Questions questions) {
        Application application = applications.hold(applicationId);
        if (questions == null && isCounted(application, section)) {
            throw new ProblemException(new KitError.InvalidContent(
                    List.of(new Fault("/questions", "is required: a gate counts this section's right answers"))));
        }
        SectionResult result = ledger.record(applicationId, section, figures, questions, null);
        return new Recorded(result, application.lifecycle() == null);
    }

    /**
     * Takes it back. Where a session has scored the section, its score counts again; otherwise the section has no
     * result any more. A section without a result from elsewhere stays as it is.
     *
     * @throws ProblemException {@link AssessmentError.ApplicationNotYetKnown} where nothing of it is held either
     */
    @Transactional
    public void retract(UUID applicationId, String section) {
        Application application = applications.hold(applicationId);
        Optional<SectionResult> found = results.result(applicationId, section);
        if (found.isEmpty() && application.lifecycle() == null) {
            throw new ProblemException(new AssessmentError.ApplicationNotYetKnown(applicationId));
        }
        Optional<SectionResult> external =
                found.filter(result -> result.source() == SectionResult.Source.EXTERNAL && !result.retracted());
        if (external.isEmpty()) {
            return;
        }
        sessions.ofApplication(applicationId).reversed().stream()
                .filter(session -> session.isScored()
                        && scores.definition(session).section(section).isPresent())
                .findFirst()
                .ifPresentOrElse(session -> rescore(session, section), () -> ledger.retract(external.get()));
    }

    private void rescore(Session session, String section) {
        scores.rescore(session, section);
    }

    private boolean isCounted(Application application, String section) {
        Application.Lifecycle lifecycle = application.lifecycle();
        return lifecycle != null
                && jobs.effective(lifecycle.jobId(), lifecycle.rubricVersion())
                        .map(JobVersion::countedSections)
                        .filter(counted -> counted.contains(section))
                        .isPresent();
    }
}
