package dev.plumbline.decision.app.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.app.PastDecision;
import dev.plumbline.decision.app.Rubrics;
import dev.plumbline.decision.app.certificate.DecisionInputs.Made;
import dev.plumbline.decision.certificate.Certificate;
import dev.plumbline.decision.certificate.CertifiedDecision;
import dev.plumbline.decision.certificate.CertifiedRubric;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.Rubric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An application's history on its way into a certificate: each decision is put beside the rubric that it was made under. */
final class CertifiedHistory {
    private final UUID applicationId;
    private final Rubrics rubrics;
    private final Map<Version, List<Candidate>> candidates = new HashMap<>();
    private final List<CertifiedDecision> decisions = new ArrayList<>();
    private final Set<CertifiedRubric> used = new HashSet<>();
    private Facts facts = Facts.NONE;

    private record Version(UUID job, int version) {}

    /** A content that a version was published with. */
    private record Candidate(CertifiedRubric certified, CompiledRubric compiled) {}

    CertifiedHistory(UUID applicationId, Rubrics rubrics) {
        this.applicationId = applicationId;
        this.rubrics = rubrics;
    }

    void add(Made made) {
        List<Fact> known = new ArrayList<>(facts.all());
        known.addAll(made.facts());
        facts = Facts.of(known);
        PastDecision decision = made.decision();
        String rubric = facts.lifecycle()
                .map(lifecycle -> digestOfRubric(decision, lifecycle))
                .orElse("");
        decisions.add(new CertifiedDecision(
                        decision.number(),
                        decision.decidedAt().toString(),
                        decision.trigger().eventId(),
                        decision.trigger().eventType(),
                        rubric,
                        decision.rubricVersion(),
                        decision.withdrawn(),
                        decision.published(),
                        decision.inputDigest(),
                        decision.contentDigest(),
                        decision.chainDigest(),
                        "",
                        made.facts())
                .recorded(applicationId.toString()));
    }

    /**
     * Hardly ever is there more than one content of a version. Where there is, the one that gives this decision again
     * decided; where several do, they do not differ in what concerns it.
     *
     * @return empty where none does
     */
    private String digestOfRubric(PastDecision decision, Lifecycle lifecycle) {
        Version version = new Version(UUID.fromString(lifecycle.jobId()), decision.rubricVersion());
        for (Candidate candidate : candidates.computeIfAbsent(version, this::contents)) {
            if (decision.isMadeOf(facts, lifecycle, candidate.compiled())) {
                used.add(candidate.certified());
                return candidate.certified().digest();
            }
        }
        return "";
    }

    private List<Candidate> contents(Version version) {
        List<Candidate> contents = new ArrayList<>();
        for (Rubric rubric : rubrics.contents(version.job(), version.version())) {
            contents.add(new Candidate(
                    CertifiedRubric.of(version.job().toString(), version.version(), rubric),
                    new CompiledRubric(rubric)));
        }
        return contents;
    }

    Certificate upTo(JsonNode outcome) {
        List<CertifiedRubric> rubrics =
                used.stream().sorted(CertifiedRubric.ORDER).toList();
        return new Certificate(applicationId.toString(), decisions.getLast().number(), rubrics, decisions, outcome);
    }
}
