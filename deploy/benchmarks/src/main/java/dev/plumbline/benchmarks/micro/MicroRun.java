package dev.plumbline.benchmarks.micro;

import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs JMH over this package, in JVMs of their own. */
public final class MicroRun {
    private static final String BENCHMARKS = "dev\\.plumbline\\.benchmarks\\.micro\\..*";
    private static final int ITERATIONS = 5;

    private MicroRun() {}

    /**
     * Measures everything.
     *
     * @param repository the root of the project
     * @param forks JVMs for each benchmark, 1 or more
     */
    public static List<MicroResult> run(Path repository, int forks) {
        try {
            return new Runner(new OptionsBuilder()
                            .include(BENCHMARKS)
                            .forks(forks)
                            .warmupIterations(ITERATIONS)
                            .warmupTime(TimeValue.seconds(1))
                            .measurementIterations(ITERATIONS)
                            .measurementTime(TimeValue.seconds(1))
                            .verbosity(VerboseMode.SILENT)
                            .jvmArgsAppend(
                                    "-Xmx512m",
                                    "--sun-misc-unsafe-memory-access=allow",
                                    "-Dplumbline.root=" + repository)
                            .build())
                    .run().stream().map(MicroRun::result).toList();
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not run: " + e.getMessage(), e);
        }
    }

    private static MicroResult result(RunResult run) {
        String criteria = run.getParams().getParam("criteria");
        String label = run.getPrimaryResult().getLabel();
        return new MicroResult(
                criteria == null ? label : label + ", " + criteria + " criteria",
                run.getPrimaryResult().getScore(),
                run.getPrimaryResult().getScoreError());
    }
}
