package dev.plumbline.job.app;

import dev.plumbline.job.domain.Finding;
import dev.plumbline.job.domain.RubricOutline;
import dev.plumbline.job.domain.RubricOutline.Use;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The rubric language (decision semantics, section 2). Rubrics are JSON texts, pointers are from the rubric's root. */
public interface Rubrics {
    /** Reads and checks a rubric. */
    Reading read(String rubric);

    /** Gives nodes other weights; nothing is checked but that the nodes exist and can have a weight. */
    Reweighting reweigh(String rubric, Map<String, BigDecimal> weightByNode);

    /** What came of reading a rubric. */
    sealed interface Reading {
        /** A rubric that can be published. */
        record Valid(RubricOutline outline) implements Reading {}

        /**
         * A rubric that cannot.
         *
         * @param findings every fault
         * @param questions what of the interview it uses all the same
         */
        record Invalid(List<Finding> findings, List<Use> questions) implements Reading {
            public Invalid {
                findings = List.copyOf(findings);
                questions = List.copyOf(questions);
            }
        }
    }

    /** What came of changing weights. */
    sealed interface Reweighting {
        /** The changed rubric. */
        record Done(String rubric) implements Reweighting {}

        /** These nodes have no weight to change. */
        record Unknown(List<String> nodes) implements Reweighting {
            public Unknown {
                nodes = List.copyOf(nodes);
            }
        }
    }
}
