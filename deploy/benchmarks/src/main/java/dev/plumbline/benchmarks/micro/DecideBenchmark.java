package dev.plumbline.benchmarks.micro;

import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.json.Evaluation;
import dev.plumbline.decision.json.EvaluationReader;
import dev.plumbline.decision.json.Reading;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@code decide} alone, on rubrics of several sizes with complete evidence. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecideBenchmark {
    /** Scored criteria. */
    @Param({"5", "50", "200"})
    public int criteria = 5;

    private Evaluation evaluation = evaluation(criteria);
    private CompiledRubric rubric = new CompiledRubric(evaluation.rubric());

    /** Made for the given size. */
    @Setup
    public void make() {
        evaluation = evaluation(criteria);
        rubric = new CompiledRubric(evaluation.rubric());
    }

    static Evaluation evaluation(int criteria) {
        return switch (EvaluationReader.read(new WideRubric(criteria).evaluation())) {
            case Reading.Valid<Evaluation>(Evaluation valid) -> valid;
            case Reading.Invalid<Evaluation> invalid ->
                throw new IllegalStateException("A rubric that does not hold: " + invalid.faults());
        };
    }

    /** With a rubric whose references were resolved before, as the service decides. */
    @Benchmark
    public Decision decide() {
        Evidence evidence = evaluation.evidence();
        return rubric.decide(evidence);
    }
}
