package dev.plumbline.benchmarks.faults;

import dev.plumbline.e2e.faults.Fault;
import dev.plumbline.e2e.faults.FaultRun;
import dev.plumbline.e2e.faults.Finding;
import dev.plumbline.e2e.faults.ScoreLoad;
import dev.plumbline.e2e.faults.Survived;
import dev.plumbline.local.platform.Progress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults one after the other, and what came of them so far, whatever comes next. */
final class Course {
    private final FaultRun run;
    private final ScoreLoad load;
    private final long each;
    private final Progress progress;
    private final List<Survived> survived = new ArrayList<>();
    private List<Finding> rebuilt = List.of();
    private @Nullable String failure;

    /** @param each scores for each fault */
    Course(FaultRun run, ScoreLoad load, long each, Progress progress) {
        this.run = run;
        this.load = load;
        this.each = each;
        this.progress = progress;
    }

    /** Ends early where something does not hold, or cannot be done: the report says what. */
    void runAll(List<Fault> faults) throws InterruptedException {
        for (Fault fault : faults) {
            progress.say("%d of %d: %s".formatted(survived.size() + 1, faults.size(), fault.name()));
            if (!goesOn(fault.name(), () -> strike(fault))
                    || !survived.getLast().isWhole()) {
                return;
            }
        }
        progress.say("replay from offset 0 into an empty database");
        goesOn("the replay", this::rebuild);
    }

    private void strike(Fault fault) throws Exception {
        long wanted = each * (survived.size() + 1);
        Survived result = run.survive(fault, Math.max(0, wanted - load.book().acknowledged()));
        survived.add(result);
        progress.say("  " + FaultReport.line(result));
    }

    /** What was refused during the last fault comes first: the webhooks are lost with the database. */
    private void rebuild() throws Exception {
        List<Finding> findings = new ArrayList<>();
        findings.add(run.refusedToTheEnd());
        findings.addAll(run.rebuild());
        rebuilt = List.copyOf(findings);
    }

    /** Also a failed assertion, of an answer that was not expected, is what came of it. */
    private boolean goesOn(String what, Step step) throws InterruptedException {
        try {
            step.run();
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | AssertionError e) {
            failure = what + ": " + causes(e);
            e.printStackTrace();
            return false;
        }
    }

    FaultReport report(List<String> leftOut) {
        return new FaultReport(
                survived, rebuilt, load.book().acknowledged(), run.invariants().records(), leftOut, failure);
    }

    /** A part of the run. */
    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private static String causes(Throwable failure) {
        StringBuilder all = new StringBuilder(failure.toString());
        Throwable cause = failure.getCause();
        while (cause != null) {
            all.append(", because of ").append(cause);
            cause = cause.getCause();
        }
        return all.toString();
    }
}
