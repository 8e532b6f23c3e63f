package dev.plumbline.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.decision.certificate.Certificate;
import dev.plumbline.decision.certificate.CertifiedDecision;
import dev.plumbline.decision.certificate.Discrepancy;
import dev.plumbline.decision.json.ExactJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events that were published and kept by somebody else: each names its own place in the chain and that of the one
 * published before it, so a history that was rewritten since does not agree with them.
 */
final class Anchors {
    private static final int LONGEST_LINE = 1 << 20;

    private final Certificate certificate;
    private final List<Discrepancy> found = new ArrayList<>();
    private final Set<Integer> anchored = new HashSet<>();

    private Anchors(Certificate certificate) {
        this.certificate = certificate;
    }

    /**
     * What came of it.
     *
     * @param anchored how many of the certificate's decisions an event confirms
     */
    record Result(int anchored, List<Discrepancy> discrepancies) {}

    /**
     * Holds the events of a file, one JSON object on each line, against a certificate: an event's data, or the whole event
     * with its data in {@code data}. Those of other applications, types and later decisions are passed over.
     *
     * @throws Unverifiable where the file cannot be read, or a line is no JSON object
     */
    static Result check(Path events, Certificate certificate) {
        Anchors anchors = new Anchors(certificate);
        try (BufferedReader lines = Files.newBufferedReader(events, StandardCharsets.UTF_8)) {
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    anchors.take(number, line);
                }
                number++;
            }
        } catch (IOException e) {
            throw new Unverifiable("Cannot read " + Plain.text(events.toString()) + ".");
        }
        return new Result(anchors.anchored.size(), List.copyOf(anchors.found));
    }

    private void take(int line, String text) {
        JsonNode event = parse(line, text);
        JsonNode data = event.path("data").isObject() ? event.path("data") : event;
        boolean isOurs =
                certificate.applicationId().equals(data.path("applicationId").textValue()) && data.has("chainDigest");
        if (!isOurs) {
            return;
        }
        JsonNode number = data.path("number");
        if (!number.isInt() || number.intValue() < 1) {
            found.add(new Discrepancy("line " + line + " of the events: /number", null, "must be 1 or more"));
        } else if (number.intValue() <= certificate.decisions().size()) {
            hold(line, data, certificate.decisions().get(number.intValue() - 1));
        }
    }

    private static JsonNode parse(int line, String text) {
        try {
            JsonNode event = text.length() > LONGEST_LINE ? null : ExactJson.parse(text);
            if (event != null && event.isObject()) {
                return event;
            }
        } catch (JsonProcessingException e) {
            throw new Unverifiable("Line " + line + " of the events is no well-formed JSON.");
        }
        throw new Unverifiable("Line " + line + " of the events is no JSON object, or too long.");
    }

    private void hold(int line, JsonNode event, CertifiedDecision decision) {
        int before = found.size();
        if (!decision.published()) {
            report(line, decision, "published", "the event says it was published, the certificate that it was not");
        }
        compare(line, decision, "chainDigest", decision.chainDigest(), event.path("chainDigest"));
        compare(line, decision, "contentDigest", decision.contentDigest(), event.path("contentDigest"));
        compare(line, decision, "decidedAt", decision.decidedAt(), event.path("decidedAt"));
        compare(line, decision, "rubricVersion", "" + decision.rubricVersion(), event.path("rubricVersion"));
        compare(line, decision, "withdrawn", "" + decision.withdrawn(), event.path("withdrawn"));
        JsonNode trigger = event.path("trigger");
        compare(line, decision, "trigger/eventId", decision.eventId(), trigger.path("eventId"));
        compare(line, decision, "trigger/eventType", decision.eventType(), trigger.path("eventType"));
        compare(
                line,
                decision,
                "chainDigest",
                publishedBefore(decision.number()),
                event.path("lastPublishedChainDigest"));
        if (found.size() == before) {
            anchored.add(decision.number());
        }
    }

    private @Nullable String publishedBefore(int number) {
        for (int at = number - 2; at >= 0; at--) {
            if (certificate.decisions().get(at).published()) {
                return certificate.decisions().get(at).chainDigest();
            }
        }
        return null;
    }

    private void compare(
            int line, CertifiedDecision decision, String field, @Nullable String certified, JsonNode event) {
        boolean isSame = certified == null
                ? event.isNull() || event.isMissingNode()
                : event.isValueNode() && certified.equals(event.asText());
        if (!isSame) {
            report(line, decision, field, "the certificate has " + certified + ", the event " + event);
        }
    }

    private void report(int line, CertifiedDecision decision, String field, String message) {
        found.add(new Discrepancy(
                "/certificate/decisions/" + (decision.number() - 1) + "/" + field,
                decision.number(),
                "line " + line + " of the events: " + message));
    }
}
