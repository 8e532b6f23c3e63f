package dev.plumbline.interview.app;

import dev.plumbline.interview.domain.Application;
import dev.plumbline.interview.domain.Form;
import dev.plumbline.interview.domain.Interview;
import dev.plumbline.interview.domain.JobVersion;
import dev.plumbline.interview.domain.JobVersions;
import dev.plumbline.interview.domain.Rating;
import dev.plumbline.interview.domain.Reader;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Opens an application's file for a use case, or says why it cannot be opened. */
@ApplicationScoped
public class ApplicationFiles {
    private final Applications applications;
    private final Interviews interviews;
    private final Ratings ratings;

    ApplicationFiles(Applications applications, Interviews interviews, Ratings ratings) {
        this.applications = applications;
        this.interviews = interviews;
        this.ratings = ratings;
    }

    /** The application, to be read. */
    Application toRead(UUID id) {
        return applications.find(id).orElseThrow(notYetKnown(id));
    }

    /** The application, locked until the transaction ends. */
    Application locked(UUID id) {
        return applications.lock(id).orElseThrow(notYetKnown(id));
    }

    /** The application, locked, if its candidate was not erased. */
    Application toWrite(UUID id) {
        Application application = locked(id);
        if (application.erased()) {
            throw new ProblemException(new InterviewError.CandidateErased(id));
        }
        return application;
    }

    /** The version an application is judged under. */
    JobVersion rubricOf(Application application) {
        return rubricOf(application, applications.versionsOf(application.jobId()));
    }

    /** The same, among versions at hand. */
    JobVersion rubricOf(Application application, JobVersions versions) {
        return versions.effectiveFor(application).orElseThrow(notYetKnown(application.id()));
    }

    /** The interview, locked with its application, in which this person sits; else it does not exist for them. */
    Interview seatedIn(UUID interview, String person) {
        toWrite(interviews.applicationOf(interview).orElseThrow(noInterview(interview)));
        Interview found = interviews.find(interview).orElseThrow(noInterview(interview));
        if (!found.seats(person)) {
            throw noInterview(interview).get();
        }
        if (found.isCancelled()) {
            throw new ProblemException(new InterviewError.InterviewCancelled(interview));
        }
        return found;
    }

    /** The person as a reader of an application's file. */
    Reader reader(UUID application, String person, boolean readsAll) {
        List<Interview> seated = interviews.of(application).stream()
                .filter(interview -> interview.seats(person))
                .toList();
        return new Reader(person, readsAll, formsOf(person, seated, ratings.of(application)));
    }

    /** A person's forms of interviews that seat them. */
    List<Form> formsOf(String person, List<Interview> seated, Collection<Rating> all) {
        Map<UUID, Set<String>> submissions =
                interviews.submissions(seated.stream().map(Interview::id).toList());
        return seated.stream()
                .map(i -> Form.of(
                        i,
                        person,
                        all,
                        submissions.getOrDefault(i.id(), Set.of()).contains(person)))
                .toList();
    }

    /** There is no such interview, or it is not for the caller to know of. */
    static Supplier<ProblemException> noInterview(UUID id) {
        return () -> new ProblemException(new KitError.NotFound("interview", id.toString()));
    }

    /** There is no such application for the caller to know of. */
    static Supplier<ProblemException> noApplication(UUID id) {
        return () -> new ProblemException(new KitError.NotFound("application", id.toString()));
    }

    private static Supplier<ProblemException> notYetKnown(UUID id) {
        return () -> new ProblemException(new InterviewError.ApplicationNotYetKnown(id));
    }
}
