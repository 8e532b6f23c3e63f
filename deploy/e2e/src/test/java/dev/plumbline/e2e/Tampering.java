package dev.plumbline.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.decision.json.CanonicalJson;
import java.nio.charset.StandardCharsets;

/** Changes one member of a certificate and writes it canonically again, as a forger would. */
final class Tampering {
    private Tampering() {}

    /** The certificate with another text, or the other truth, at this place. */
    static String change(String certificate, String member) {
        JsonNode file = read(certificate);
        String place = place(file, member);
        int slash = place.lastIndexOf('/');
        JsonNode parent = file.at(place.substring(0, slash));
        String name = place.substring(slash + 1);
        JsonNode before = file.at(place);
        if (before.isMissingNode() || before.isContainerNode()) {
            throw new IllegalArgumentException("There is nothing to change at " + place);
        }
        ObjectNode holder = (ObjectNode) parent;
        if (before.isBoolean()) {
            holder.put(name, !before.booleanValue());
        } else {
            holder.put(name, other(before.asText()));
        }
        return new String(CanonicalJson.tree(file), StandardCharsets.UTF_8);
    }

    /** The part of the certificate that whoever looks for the change is to be sent to. */
    static String place(String certificate, String member) {
        String[] parts = place(read(certificate), member).split("/");
        boolean isInList = parts.length > 3 && parts[3].matches("[0-9]+");
        return "/" + parts[1] + "/" + parts[2] + (isInList ? "/" + parts[3] : "");
    }

    /** Another text of the same form: a digit for a digit, a letter for a letter. */
    private static String other(String text) {
        char last = text.charAt(text.length() - 1);
        char next = Character.isDigit(last) ? (char) ('0' + (last - '0' + 1) % 10) : last == 'a' ? 'b' : 'a';
        return text.substring(0, text.length() - 1) + next;
    }

    private static String place(JsonNode file, String member) {
        StringBuilder place = new StringBuilder();
        JsonNode at = file;
        for (String part : member.substring(1).split("/")) {
            String name = part.equals("*") ? String.valueOf(((ArrayNode) at).size() - 1) : part;
            place.append('/').append(name);
            at = at.at("/" + name);
        }
        return place.toString();
    }

    private static JsonNode read(String certificate) {
        try {
            return Http.JSON.readTree(certificate);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A certificate that is no JSON", e);
        }
    }
}
