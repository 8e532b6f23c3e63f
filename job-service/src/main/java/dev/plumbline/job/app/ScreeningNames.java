package dev.plumbline.job.app;

import dev.plumbline.job.domain.Application;
import dev.plumbline.job.domain.Finding;
import dev.plumbline.job.domain.ScreeningAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * By which names screening is answered. They are published, and no free text about a person may be on a topic (the public
 * contract): so a name is one that the job has published itself, or too plain for a sentence or an address.
 */
@ApplicationScoped
public class ScreeningNames {
    /** What is said of a name that is neither. */
    public static final String MESSAGE = "must be a name that the job's published criteria or gates have, or 1 to 60"
            + " letters, digits, spaces or . _ : / ' ( ) -";

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._:/'()-]{0,59}");

    private final Applications applications;
    private final ScreenedNames names;

    ScreeningNames(Applications applications, ScreenedNames names) {
        this.applications = applications;
        this.names = names;
    }

    /** Whether this is a name for any job. */
    public static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches();
    }

    /**
     * The names that a job's criteria and gates have, of all its published versions: applications may stand at any.
     *
     * @param id of the job, or of an application to it; there are none where it is neither
     */
    @Transactional
    public Set<String> published(UUID id) {
        return names.of(applications.find(id).map(Application::jobId).orElse(id));
    }

    /** One finding for each answer whose name is none, by JSON pointer from the root of what was sent. */
    List<Finding> findings(UUID jobId, List<ScreeningAnswer> answers) {
        if (answers.stream().map(ScreeningAnswer::criterion).allMatch(ScreeningNames::isPlain)) {
            return List.of();
        }
        Set<String> published = names.of(jobId);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            String name = answers.get(i).criterion();
            if (!isPlain(name) && !published.contains(name)) {
                findings.add(new Finding("/screening/" + i + "/criterion", MESSAGE));
            }
        }
        return findings;
    }
}
