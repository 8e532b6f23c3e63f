package dev.plumbline.local.platform;

import java.nio.file.Path;

/** The four services, in the order in which a job's data flow through them. */
public enum Service {
    /** Jobs, templates, rubrics, applications. */
    JOB("job", 8081, "jobs, templates, rubrics, applications"),
    /** Tests, sessions, written answers. */
    ASSESSMENT("assessment", 8082, "tests, sessions, written answers"),
    /** Interviews, ratings, red flags. */
    INTERVIEW("interview", 8083, "interviews, ratings, red flags"),
    /** Decisions, verdicts, evaluations. */
    DECISION("decision", 8084, "decisions, verdicts, evaluations");

    private final String database;
    private final int localPort;
    private final String about;

    Service(String database, int localPort, String about) {
        this.database = database;
        this.localPort = localPort;
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

    /** The port of public-contract.md. */
    public int localPort() {
        return localPort;
    }

    /** What its API is about, in a few words. */
    public String about() {
        return about;
    }

    Path jar(Path repository) {
        return repository.resolve(title()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
