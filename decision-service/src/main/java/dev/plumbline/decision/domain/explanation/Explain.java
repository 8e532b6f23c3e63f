package dev.plumbline.decision.domain.explanation;

import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.DerivedEvidence;
import dev.plumbline.decision.domain.Rubric;
import java.util.ArrayList;
import java.util.List;

/** Explains a decision from what it was made of. Pure: the same decision has the same explanation for ever. */
public final class Explain {
    private Explain() {}

    /** Why {@code decision}, which this rubric and evidence give, is what it is. */
    public static Explanation explain(CompiledRubric compiled, DerivedEvidence derived, Decision decision) {
        Rubric rubric = compiled.rubric();
        ExplainedNode tree = new TreeExplainer(rubric, derived.evidence(), decision).tree();
        List<ExplainedGate> gates = new GateExplainer(rubric, derived.evidence(), decision, tree).gates();
        List<MustHave> mustHaves = Checklist.of(rubric, tree, gates);
        List<RaterSpread> spreads = Spreads.of(tree);
        List<String> sentences = new ArrayList<>(new Reasons(rubric, decision, tree, gates).sentences());
        sentences.addAll(Remarks.of(tree, mustHaves, spreads, derived.outOfScale()));
        return new Explanation(sentences, tree, gates, mustHaves, spreads, derived.outOfScale());
    }
}
