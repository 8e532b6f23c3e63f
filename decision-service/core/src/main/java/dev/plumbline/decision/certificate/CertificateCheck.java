package dev.plumbline.decision.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.json.CanonicalJson;
import dev.plumbline.decision.json.Digests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes every decision of a certificate from its facts and rubrics, and says where that is not what is stated. Every
 * digest is held against what precedes it as stated, so that one change is not reported once for each decision after it.
 */
public final class CertificateCheck {

    /** Facts looked at in all, over all decisions: some minutes of work, far above any real application. */
    private static final long MOST_WORK = 50_000_000;

    private final Certificate certificate;
    private final List<Discrepancy> found = new ArrayList<>();
    private final Map<String, CertifiedRubric> rubrics = new HashMap<>();
    private final Map<String, CompiledRubric> compiled = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private Facts facts = Facts.NONE;
    private @Nullable String published;
    private byte @Nullable [] outcome;

    private CertificateCheck(Certificate certificate) {
        this.certificate = certificate;
    }

    /** Every discrepancy; none where all that follows from the inputs is as it is stated. */
    public static List<Discrepancy> of(Certificate certificate) {
        CertificateCheck check = new CertificateCheck(certificate);
        check.all();
        return check.found;
    }

    private void all() {
        checkRubrics();
        List<CertifiedDecision> decisions = certificate.decisions();
        if (certificate.number() != decisions.size()) {
            differs(null, "number", "there are " + decisions.size() + " decisions", certificate.number());
        }
        long work = 0;
        for (int at = 0; at < decisions.size(); at++) {
            work += facts.all().size() + decisions.get(at).facts().size();
            if (work > MOST_WORK) {
                found.add(new Discrepancy(place(at), at + 1, "is more than can be recomputed"));
                return;
            }
            check(at, decisions.get(at), at == 0 ? null : decisions.get(at - 1).chainDigest());
        }
        checkOutcome();
        for (int at = 0; at < certificate.rubrics().size(); at++) {
            if (!used.contains(certificate.rubrics().get(at).digest())) {
                found.add(new Discrepancy("/certificate/rubrics/" + at, null, "no decision was made under it"));
            }
        }
    }

    private void checkRubrics() {
        CertifiedRubric before = null;
        for (int at = 0; at < certificate.rubrics().size(); at++) {
            CertifiedRubric rubric = certificate.rubrics().get(at);
            String place = "/certificate/rubrics/" + at;
            String digest = CertificateJson.rubricDigest(rubric.jobId(), rubric.version(), rubric.rubric());
            if (!digest.equals(rubric.digest())) {
                found.add(new Discrepancy(
                        place + "/digest",
                        null,
                        "what is beside it has the digest " + digest + ": either was changed"));
            }
            if (before != null && CertifiedRubric.ORDER.compare(before, rubric) >= 0) {
                found.add(new Discrepancy(place, null, "is not sorted, or there twice"));
            }
            rubrics.putIfAbsent(rubric.digest(), rubric);
            before = rubric;
        }
    }

    private void check(int at, CertifiedDecision decision, @Nullable String predecessor) {
        if (decision.number() != at + 1) {
            differs(at, "number", "its place is that of number " + (at + 1), decision.number());
        }
        checkRecord(at, decision);
        List<Fact> known = new ArrayList<>(facts.all());
        known.addAll(decision.facts());
        facts = Facts.of(known);
        String chain = Digests.chain(decision.contentDigest(), at + 1, predecessor);
        if (!chain.equals(decision.chainDigest())) {
            differs(at, "chainDigest", "content, number and the chain before it give " + chain, decision.chainDigest());
        }
        Optional<Lifecycle> lifecycle = facts.lifecycle();
        if (lifecycle.isEmpty()) {
            found.add(new Discrepancy(place(at) + "/facts", at + 1, "no fact says that the application was submitted"));
            return;
        }
        if (lifecycle.get().isWithdrawn() != decision.withdrawn()) {
            differs(at, "withdrawn", "the facts say " + lifecycle.get().isWithdrawn(), decision.withdrawn());
        }
        rubricOf(at, decision, lifecycle.get()).ifPresent(rubric -> recompute(at, decision, lifecycle.get(), rubric));
    }

    private void checkRecord(int at, CertifiedDecision decision) {
        String digest = CertificateJson.recordDigest(certificate.applicationId(), decision);
        if (!digest.equals(decision.recordDigest())) {
            found.add(new Discrepancy(
                    place(at) + "/recordDigest",
                    at + 1,
                    "the record of this decision has the digest " + digest + ": something in it, this digest or"
                            + " /certificate/applicationId was changed"));
        }
    }

    private Optional<CompiledRubric> rubricOf(int at, CertifiedDecision decision, Lifecycle lifecycle) {
        CertifiedRubric rubric = rubrics.get(decision.rubricDigest());
        if (rubric == null) {
            found.add(new Discrepancy(place(at) + "/rubric", at + 1, "no rubric of the certificate has this digest"));
            return Optional.empty();
        }
        used.add(rubric.digest());
        if (rubric.version() != decision.rubricVersion()) {
            differs(at, "rubricVersion", "its rubric is version " + rubric.version(), decision.rubricVersion());
        }
        if (!rubric.jobId().equals(lifecycle.jobId())) {
            differs(at, "rubric", "the application's job is " + lifecycle.jobId(), "a rubric of " + rubric.jobId());
        }
        boolean isEffective = lifecycle.isWithdrawn()
                ? decision.rubricVersion() == lifecycle.rubricVersion()
                : decision.rubricVersion() >= lifecycle.rubricVersion();
        if (!isEffective) {
            differs(
                    at,
                    "rubricVersion",
                    "the application was submitted under version " + lifecycle.rubricVersion(),
                    decision.rubricVersion());
        }
        return Optional.of(
                compiled.computeIfAbsent(decision.rubricDigest(), digest -> new CompiledRubric(rubric.rubric())));
    }

    private void recompute(int at, CertifiedDecision decision, Lifecycle lifecycle, CompiledRubric rubric) {
        Derived derived = Derived.of(facts, lifecycle, rubric, decision.rubricVersion());
        if (!derived.inputDigest().equals(decision.inputDigest())) {
            differs(at, "inputDigest", "the facts give " + derived.inputDigest(), decision.inputDigest());
        }
        if (!derived.contentDigest().equals(decision.contentDigest())) {
            differs(at, "contentDigest", "deciding again gives " + derived.contentDigest(), decision.contentDigest());
        }
        boolean isPublished = !derived.publication().equals(published);
        if (isPublished != decision.published()) {
            differs(
                    at,
                    "published",
                    isPublished ? "its outcome is new" : "its outcome is that published before",
                    decision.published());
        }
        published = derived.publication();
        outcome = at + 1 == certificate.decisions().size() ? derived.outcome() : null;
    }

    private void checkOutcome() {
        byte[] expected = outcome;
        JsonNode stated = certificate.outcome();
        if (expected != null && !Arrays.equals(expected, CanonicalJson.tree(stated))) {
            found.add(new Discrepancy(
                    "/certificate/outcome" + OutcomeDifference.between(expected, stated),
                    certificate.number(),
                    "deciding again does not give this"));
        }
    }

    private void differs(@Nullable Integer at, String field, String instead, Object stated) {
        String place = at == null ? "/certificate" : place(at);
        found.add(new Discrepancy(
                place + "/" + field, at == null ? null : at + 1, "says " + stated + ", but " + instead));
    }

    private static String place(int at) {
        return "/certificate/decisions/" + at;
    }
}
