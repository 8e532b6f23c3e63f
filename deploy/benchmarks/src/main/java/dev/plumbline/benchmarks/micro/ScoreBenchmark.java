package dev.plumbline.benchmarks.micro;

import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Evidence;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.domain.Merged;
import dev.plumbline.decision.json.Digests;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What one score of the shipped job costs in the decision core, part by part and as a whole. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScoreBenchmark {
    private static final int VERSION = 1;

    private final ShippedFacts shipped = ShippedFacts.read(ShippedFacts.repository());
    private final CompiledRubric rubric = new CompiledRubric(shipped.rubric());
    private final Facts facts = shipped.facts();
    private final Fact next = shipped.next();
    private final Evidence evidence =
            facts.evidence(shipped.rubric().ratingScale()).evidence();

    /** One fact merged into those of an application. */
    @Benchmark
    public Merged mergeFact() {
        return facts.with(next);
    }

    /** The digest over canonical JSON of all the evidence. */
    @Benchmark
    public String inputDigest() {
        return Digests.input(evidence, VERSION, false);
    }

    /** The shipped rubric decided. */
    @Benchmark
    public Decision decideShippedJob() {
        return rubric.decide(evidence);
    }

    /** All of it: merge, evidence, input digest, decision, the digests of what it says and of its chain. */
    @Benchmark
    public String wholeScore() {
        Facts merged = facts.with(next).facts();
        Evidence now = merged.evidence(shipped.rubric().ratingScale()).evidence();
        String input = Digests.input(now, VERSION, false);
        Decision decision = rubric.decide(now);
        String content = Digests.content(decision, VERSION, false, input);
        return Digests.publication(decision, VERSION, false) + Digests.chain(content, 2, input);
    }
}
