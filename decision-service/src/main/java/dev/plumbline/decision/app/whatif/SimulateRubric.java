package dev.plumbline.decision.app.whatif;

import dev.plumbline.decision.app.Application;
import dev.plumbline.decision.app.DecisionHistory;
import dev.plumbline.decision.app.JobRubrics;
import dev.plumbline.decision.app.RubricVersion;
import dev.plumbline.decision.app.Rubrics;
import dev.plumbline.decision.app.SharedPlaces;
import dev.plumbline.decision.app.Standing;
import dev.plumbline.decision.app.whatif.SimulationResult.Moved;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Decides all of a job's applications under a draft rubric. Nothing is stored, nothing is locked, and no connection is held
 * for longer than it takes to read a chunk.
 */
@ApplicationScoped
public class SimulateRubric {
    private final PastApplications applications;
    private final Rubrics rubrics;
    private final DecisionHistory history;
    private final int chunk;
    private final int most;
    private final int large;
    private final SharedPlaces places;
    /** Of a large one what is kept of each application takes a good part of the memory there is. */
    private final Semaphore largePlace = new Semaphore(1);

    SimulateRubric(
            PastApplications applications,
            Rubrics rubrics,
            DecisionHistory history,
            @ConfigProperty(name = "plumbline.simulations.chunk", defaultValue = "500") int chunk,
            @ConfigProperty(name = "plumbline.simulations.at-once", defaultValue = "2") int atOnce,
            @ConfigProperty(name = "plumbline.simulations.most-applications", defaultValue = "500000") int most,
            @ConfigProperty(name = "plumbline.simulations.large", defaultValue = "100000") int large) {
        this.applications = applications;
        this.rubrics = rubrics;
        this.history = history;
        this.chunk = chunk;
        this.most = most;
        this.large = large;
        this.places = new SharedPlaces(atOnce);
    }

    /** Who waits for the result. */
    public interface Listener {
        /** Whether anybody still does; asked after each chunk. */
        boolean isWaiting();

        /** So many applications are done. */
        void progress(long done, long of);

        /** An application would be given another recommendation. */
        void moved(Moved moved);
    }

    /** A simulation that has its place, and gives it back when it ends. */
    public final class Run {
        private final UUID job;
        private final CompiledRubric draft;
        private final String reader;
        private final long applications;

        private Run(UUID job, CompiledRubric draft, String reader, long applications) {
            this.job = job;
            this.draft = draft;
            this.reader = reader;
            this.applications = applications;
        }

        /** Runs it; empty where nobody waited for the end. To be called once. */
        public Optional<SimulationResult> start(Listener listener, int mostMoved) {
            try {
                return simulate(new Simulation(job, draft, reader, mostMoved), this, listener);
            } finally {
                giveBack(reader, applications);
            }
        }
    }

    /**
     * Takes a place for a simulation, which has to be started.
     *
     * @param reader who will see what comes of it: what they owe a rating of is left out
     * @throws ProblemException 404 where nothing of the job is known, 409 where it has too many applications, 429 where too
     *     many run, half of them are this reader's, or this is a large one and another such runs
     */
    public Run prepare(UUID job, Rubric draft, String reader) {
        if (!rubrics.isKnown(job)) {
            throw new ProblemException(new KitError.NotFound("job", job.toString()));
        }
        // First of all: who is refused a place costs nothing, however many there are to count.
        if (!places.tryTake(reader)) {
            throw new ProblemException(new SimulationError.TooManySimulations());
        }
        boolean isTakenOn = false;
        try {
            Run run = new Run(job, new CompiledRubric(draft), reader, countOf(job));
            isTakenOn = true;
            return run;
        } finally {
            if (!isTakenOn) {
                places.giveBack(reader);
            }
        }
    }

    /** Counts the job's applications, and takes the place of large ones where they are so many. */
    private long countOf(UUID job) {
        long count = applications.count(job, most + 1L);
        if (count > most) {
            throw new ProblemException(new SimulationError.JobTooLarge(most));
        }
        if (count > large && !largePlace.tryAcquire()) {
            throw new ProblemException(new SimulationError.TooManySimulations());
        }
        return count;
    }

    private void giveBack(String reader, long count) {
        if (count > large) {
            largePlace.release();
        }
        places.giveBack(reader);
    }

    private Optional<SimulationResult> simulate(Simulation simulation, Run run, Listener listener) {
        UUID job = run.job;
        Versions versions = new Versions(job);
        long done = 0;
        UUID last = null;
        List<Application> some = next(job, last);
        while (!some.isEmpty()) {
            for (Application application : some) {
                decide(simulation, application, versions, listener);
            }
            if (!listener.isWaiting()) {
                return Optional.empty();
            }
            done += some.size();
            // Some may have come since they were counted.
            listener.progress(done, Math.max(done, run.applications));
            last = some.getLast().id();
            some = next(job, last);
        }
        return Optional.of(simulation.result());
    }

    /** The job's rubric versions; read again where one is missing that an application has been decided under meanwhile. */
    private final class Versions {
        private final UUID job;
        private final Set<Integer> missing = new HashSet<>();
        private JobRubrics known;

        Versions(UUID job) {
            this.job = job;
            this.known = read();
        }

        private JobRubrics read() {
            return Objects.requireNonNull(rubrics.of(List.of(job)).get(job));
        }

        @Nullable RubricVersion of(int version) {
            RubricVersion found = known.version(version);
            // Once for each version: what is missing then, is not there.
            if (found == null && missing.add(version)) {
                known = read();
                found = known.version(version);
            }
            return found;
        }
    }

    private List<Application> next(UUID job, @Nullable UUID after) {
        return applications.chunk(job, after, chunk);
    }

    private void decide(Simulation simulation, Application application, Versions versions, Listener listener) {
        Standing standing = application.standing();
        RubricVersion own = standing == null ? null : versions.of(standing.rubricVersion());
        if (standing == null || own == null) {
            simulation.leaveOut();
            return;
        }
        if (simulation.isWithheld(application)) {
            simulation.withhold();
            return;
        }
        // Facts that wait for another rubric are no part of the current decision.
        Facts facts = application.waiting()
                ? Facts.of(history.factsUntil(application.id(), standing.number()))
                : application.facts();
        Moved move = simulation.add(application, standing, facts, own.rubric());
        if (move.from() != move.to()) {
            listener.moved(move);
        }
    }
}
