package dev.plumbline.local.platform;

import java.nio.file.Path;

/** The four services, in the order of their ports, which is that in which a job's data flow through them. */
public enum Service {
    /** Jobs, templates, rubrics, applications. */
    JOB("job", "jobs, templates, rubrics, applications"),
    /** Tests, sessions, written answers. */
    ASSESSMENT("assessment", "tests, sessions, written answers"),
    /** Interviews, ratings, red flags. */
    INTERVIEW("interview", "interviews, ratings, red flags"),
    /** Decisions, verdicts, evaluations. */
    DECISION("decision", "decisions, verdicts, evaluations");

    private final String database;
    private final String about;

    Service(String database, String about) {
        this.database = database;
        this.about = about;
    }

    /** Its name, which is that of its folder. */
    public String title() {
        return database + "-service";
    }

    /** Its database; role and password are the same word. */
    public String database() {
        return database;
    }

    /** What its API is about, in a few words. */
    public String about() {
        return about;
    }

    Path jar(Path repository) {
        return repository.resolve(title()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
