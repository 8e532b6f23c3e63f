package dev.plumbline.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.decision.certificate.Certificate;
import dev.plumbline.decision.certificate.CertifiedDecision;
import dev.plumbline.decision.certificate.CertifiedRubric;
import dev.plumbline.decision.certificate.Derived;
import dev.plumbline.decision.domain.Attestation;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.FactIdentity;
import dev.plumbline.decision.domain.Facts;
import dev.plumbline.decision.domain.Figure;
import dev.plumbline.decision.domain.FlagCategory;
import dev.plumbline.decision.domain.FlagState;
import dev.plumbline.decision.domain.Lifecycle;
import dev.plumbline.decision.domain.Panel;
import dev.plumbline.decision.domain.QuestionCount;
import dev.plumbline.decision.domain.Rating;
import dev.plumbline.decision.domain.RedFlag;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.domain.ScreeningAnswer;
import dev.plumbline.decision.domain.ScreeningAnswers;
import dev.plumbline.decision.domain.SectionResult;
import dev.plumbline.decision.domain.Waiver;
import dev.plumbline.decision.domain.WaiverReason;
import dev.plumbline.decision.json.Digests;
import dev.plumbline.decision.json.ExactJson;
import dev.plumbline.decision.json.FactJson;
import dev.plumbline.decision.json.Reading;
import dev.plumbline.decision.json.RubricReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An application's history as the service keeps one: each step is decided, and chained to the one before. */
final class History {
    static final String APPLICATION = "0198c5d2-7b1a-7c3e-9f10-5a6b7c8d9e0f";
    static final String JOB = "0198c5d2-0000-7000-8000-00000000000a";
    private static final Instant BEGIN = Instant.parse("2026-03-02T09:15:00.123456Z");

    private final List<CertifiedDecision> decisions = new ArrayList<>();
    private final TreeSet<CertifiedRubric> rubrics = new TreeSet<>(CertifiedRubric.ORDER);
    private Facts facts = Facts.NONE;
    private @Nullable String published;
    private byte[] outcome = {};

    /** Two facts and two decisions. */
    static History small() {
        return new History()
                .decide(1, rubric(70), submitted(1, 1), section(1, "hard", "8.5"))
                .decide(1, rubric(70), FactJson.fact(2, rating("ana", "4")));
    }

    /** A fact of every kind, a tombstone, a withdrawal, an outcome that is not published, and two rubric versions. */
    static History rich() {
        return new History()
                .decide(1, rubric(70), submitted(1, 1))
                .decide(1, rubric(70), section(1, "hard", "8.25"), section(3, "no-such-section", "1"))
                .decide(1, rubric(70), FactJson.fact(1, new Panel("billing", List.of("ana", "ben"))))
                .decide(1, rubric(70), FactJson.fact(1, rating("ana", "4")), FactJson.fact(1, rating("zoë", "11")))
                .decide(2, rubric(85), FactJson.fact(1, rating("ben", null)))
                .decide(2, rubric(85), FactJson.fact(1, new Attestation("talk", "ana", true)))
                .decide(
                        2,
                        rubric(85),
                        FactJson.fact(1, new ScreeningAnswers(List.of(new ScreeningAnswer("work-permit", null)))))
                .decide(
                        2,
                        rubric(85),
                        FactJson.fact(1, new RedFlag("rf-1", FlagCategory.ETHICAL_LAPSE, FlagState.RAISED)))
                .decide(2, rubric(85), FactJson.fact(1, new Waiver("soft", WaiverReason.ACCOMMODATION)))
                .decide(2, rubric(85), FactJson.tombstone(2, new FactIdentity.Waiver("soft")))
                .decide(
                        1,
                        rubric(70),
                        FactJson.fact(2, new Lifecycle(Lifecycle.Status.WITHDRAWN, JOB, 1, "ats-\"1\"\\ü")))
                .decide(2, rubric(85), submitted(Long.MAX_VALUE, 1));
    }

    History decide(int version, Rubric rubric, Fact... news) {
        List<Fact> known = new ArrayList<>(facts.all());
        known.addAll(List.of(news));
        facts = Facts.of(known);
        Lifecycle lifecycle = facts.lifecycle().orElseThrow();
        Derived derived = Derived.of(facts, lifecycle, new CompiledRubric(rubric), version);
        CertifiedRubric certified = CertifiedRubric.of(JOB, version, rubric);
        rubrics.add(certified);
        int number = decisions.size() + 1;
        String chain = Digests.chain(
                derived.contentDigest(),
                number,
                decisions.isEmpty() ? null : decisions.getLast().chainDigest());
        decisions.add(new CertifiedDecision(
                        number,
                        BEGIN.plusSeconds(number).toString(),
                        "0198c5d2-aaaa-7000-8000-%012d".formatted(number),
                        "dev.plumbline.assessment.section-scored.v1",
                        certified.digest(),
                        version,
                        lifecycle.isWithdrawn(),
                        !derived.publication().equals(published),
                        derived.inputDigest(),
                        derived.contentDigest(),
                        chain,
                        "",
                        List.of(news))
                .recorded(APPLICATION));
        published = derived.publication();
        outcome = derived.outcome();
        return this;
    }

    Certificate certificate() {
        try {
            return new Certificate(
                    APPLICATION, decisions.size(), List.copyOf(rubrics), decisions, ExactJson.parse(outcome));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** The certificate's file, signed. */
    byte[] signedBy(Key key) {
        return key.sign(certificate());
    }

    /** The events of its published decisions, one on a line, as an ATS may keep them. */
    String events() {
        StringBuilder lines = new StringBuilder();
        String before = null;
        for (CertifiedDecision decision : decisions) {
            if (decision.published()) {
                ObjectNode data = new ObjectMapper().createObjectNode();
                data.put("applicationId", APPLICATION)
                        .put("number", decision.number())
                        .put("rubricVersion", decision.rubricVersion())
                        .put("withdrawn", decision.withdrawn())
                        .put("contentDigest", decision.contentDigest())
                        .put("chainDigest", decision.chainDigest())
                        .put("lastPublishedChainDigest", before)
                        .put("decidedAt", decision.decidedAt());
                data.putObject("trigger").put("eventId", decision.eventId()).put("eventType", decision.eventType());
                lines.append(data).append('\n');
                before = decision.chainDigest();
            }
        }
        return lines.toString();
    }

    static Fact submitted(long revision, int version) {
        return FactJson.fact(revision, new Lifecycle(Lifecycle.Status.SUBMITTED, JOB, version, "ats-1"));
    }

    static Fact section(long revision, String section, String earned) {
        return FactJson.fact(
                revision,
                new SectionResult(
                        section,
                        Figure.of(new BigDecimal(earned)),
                        Figure.of(10),
                        Figure.ONE,
                        new QuestionCount(7, 10, 1)));
    }

    static Rating rating(String rater, @Nullable String rating) {
        return new Rating("billing", rater, rating == null ? null : Figure.of(new BigDecimal(rating)));
    }

    static Rubric rubric(int atLeast) {
        String json = """
                {"ratingScale": {"min": 1, "max": 5, "mapping": "PROPORTIONAL"},
                 "criteria": {"id": "overall", "name": "Overall", "children": [
                   {"id": "hard", "name": "Hard skills", "weight": 37.5, "mustHave": true,
                    "evidence": {"type": "ASSESSMENT_SECTION", "section": "hard"}},
                   {"id": "soft", "name": "Soft \\"skills\\"", "weight": 12.5,
                    "evidence": {"type": "ASSESSMENT_SECTION", "section": "soft"}},
                   {"id": "q-billing", "name": "Billing", "weight": 50,
                    "evidence": {"type": "INTERVIEW_QUESTION", "question": "billing", "minRaters": 2}}]},
                 "gates": [
                   {"id": "hard-skills", "type": "MIN_SCORE", "nodes": ["hard"], "atLeast": %d},
                   {"id": "flags", "type": "NO_RED_FLAGS"},
                   {"id": "talk", "type": "ATTESTATION", "onFail": "DISCUSS"},
                   {"id": "basics", "type": "SCREENING", "criteria": ["work-permit"]}],
                 "bands": {"strongAt": 80, "failBelow": 60}}""".formatted(atLeast);
        try {
            return switch (RubricReader.read(ExactJson.parse(json.getBytes(StandardCharsets.UTF_8)), "")) {
                case Reading.Valid<Rubric>(Rubric rubric) -> rubric;
                case Reading.Invalid<Rubric> invalid -> throw new AssertionError(invalid);
            };
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
