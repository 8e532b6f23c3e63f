package dev.plumbline.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.decision.certificate.Certificate;
import dev.plumbline.decision.certificate.CertifiedDecision;
import dev.plumbline.decision.certificate.CertifiedRubric;
import dev.plumbline.decision.certificate.Discrepancy;
import dev.plumbline.decision.domain.Fact;
import dev.plumbline.decision.domain.FactKind;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.json.CanonicalJson;
import dev.plumbline.decision.json.FactJson;
import dev.plumbline.decision.json.Fault;
import dev.plumbline.decision.json.Reading;
import dev.plumbline.decision.json.RubricJson;
import dev.plumbline.decision.json.RubricReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a certificate strictly: every field that must be there and none besides, each in its one form. */
final class CertificateReader {
    private static final Set<String> CERTIFICATE =
            Set.of("applicationId", "decisions", "format", "number", "outcome", "rubrics");
    private static final Set<String> DECISION = Set.of(
            "chainDigest",
            "contentDigest",
            "decidedAt",
            "facts",
            "inputDigest",
            "number",
            "published",
            "recordDigest",
            "rubric",
            "rubricVersion",
            "trigger",
            "withdrawn");
    private static final int MOST_DECISIONS = 100_000;
    private static final int MOST_RUBRICS = 10_000;

    private final List<Discrepancy> found;

    private CertificateReader(List<Discrepancy> found) {
        this.found = found;
    }

    /** The certificate; empty, and what is wrong added to {@code found}, where it is none. */
    static Optional<Certificate> read(JsonNode json, List<Discrepancy> found) {
        int before = found.size();
        Certificate certificate = new CertificateReader(found).certificate(json);
        return found.size() == before ? Optional.of(certificate) : Optional.empty();
    }

    private Certificate certificate(JsonNode json) {
        Members members = new Members(json, "/certificate", CERTIFICATE, found);
        members.text("format", Certificate.FORMAT::equals, "must be " + Certificate.FORMAT);
        List<CertifiedRubric> rubrics = new ArrayList<>();
        List<CertifiedDecision> decisions = new ArrayList<>();
        for (JsonNode rubric : limited(members, "rubrics", MOST_RUBRICS)) {
            Optional.ofNullable(rubric(rubric, members.place("rubrics") + "/" + rubrics.size()))
                    .ifPresent(rubrics::add);
        }
        for (JsonNode decision : limited(members, "decisions", MOST_DECISIONS)) {
            decisions.add(
                    decision(decision, members.place("decisions") + "/" + decisions.size(), decisions.size() + 1));
        }
        return new Certificate(
                members.text("applicationId"), members.whole("number"), rubrics, decisions, members.get("outcome"));
    }

    private List<JsonNode> limited(Members members, String name, int most) {
        List<JsonNode> list = members.list(name);
        if (list.isEmpty() || list.size() > most) {
            found.add(new Discrepancy(members.place(name), null, "must have 1 to " + most + " elements"));
            return List.of();
        }
        return list;
    }

    private @Nullable CertifiedRubric rubric(JsonNode json, String pointer) {
        Members members = new Members(json, pointer, Set.of("digest", "jobId", "rubric", "version"), found);
        String place = members.place("rubric");
        Rubric rubric = switch (RubricReader.read(Numbers.restored(members.get("rubric")), place)) {
            case Reading.Valid<Rubric>(Rubric valid) -> valid;
            case Reading.Invalid<Rubric> invalid -> {
                report(invalid.faults(), "", null);
                yield null;
            }
        };
        if (rubric == null) {
            return null;
        }
        requireOneForm(members.get("rubric"), RubricJson.toJson(rubric), place, null);
        return new CertifiedRubric(members.text("jobId"), members.whole("version"), members.digest("digest"), rubric);
    }

    private CertifiedDecision decision(JsonNode json, String pointer, int number) {
        int before = found.size();
        Members members = new Members(json, pointer, DECISION, found);
        Members trigger =
                new Members(members.get("trigger"), members.place("trigger"), Set.of("eventId", "eventType"), found);
        CertifiedDecision decision = new CertifiedDecision(
                members.whole("number"),
                members.text("decidedAt", CertificateReader::isInstant, "must be an instant"),
                trigger.text("eventId"),
                trigger.text("eventType"),
                members.digest("rubric"),
                members.whole("rubricVersion"),
                members.truth("withdrawn"),
                members.truth("published"),
                members.digest("inputDigest"),
                members.digest("contentDigest"),
                members.digest("chainDigest"),
                members.digest("recordDigest"),
                facts(members, number));
        found.subList(before, found.size()).replaceAll(one -> new Discrepancy(one.pointer(), number, one.message()));
        return decision;
    }

    private List<Fact> facts(Members decision, int number) {
        List<Fact> facts = new ArrayList<>();
        int at = 0;
        for (JsonNode json : decision.list("facts")) {
            String pointer = decision.place("facts") + "/" + at;
            FactKind kind = kind(json);
            if (kind == null) {
                found.add(new Discrepancy(pointer + "/kind", number, "must be a kind of fact"));
            } else {
                switch (FactJson.read(kind, Numbers.restored(json))) {
                    case Reading.Valid<Fact>(Fact fact) -> {
                        ObjectNode form = FactJson.toJson(fact).put("kind", kind.name());
                        requireOneForm(json, form, pointer, number);
                        facts.add(fact);
                    }
                    case Reading.Invalid<Fact> invalid -> report(invalid.faults(), pointer, number);
                }
            }
            at++;
        }
        return facts;
    }

    private static @Nullable FactKind kind(JsonNode fact) {
        String name = fact.path("kind").textValue();
        return Arrays.stream(FactKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private void requireOneForm(JsonNode stated, JsonNode form, String pointer, @Nullable Integer number) {
        if (!Arrays.equals(CanonicalJson.tree(stated), CanonicalJson.tree(form))) {
            found.add(new Discrepancy(
                    pointer, number, "has a field that is not known here, or something not in its one form"));
        }
    }

    private void report(List<Fault> faults, String prefix, @Nullable Integer number) {
        faults.forEach(fault -> found.add(new Discrepancy(prefix + fault.pointer(), number, fault.message())));
    }

    private static boolean isInstant(String text) {
        try {
            return Instant.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
